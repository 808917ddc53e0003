import type { ErrorData } from '@studyspot/api/errors/app-error';

/** What the server said about a failed call; null when no answer of ours came back (offline, a proxy's page). */
export function failureOf(error: unknown): ErrorData | null {
  if (!(error instanceof Error) || !('data' in error)) return null;
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('number' in data) || !('sentence' in data)) return null;
  return data as ErrorData;
}

const missing: ReadonlySet<ErrorData['name']> = new Set(['not_found', 'deleted', 'validation', 'invalid_format']);

/** There is no such record: asked again, the answer is the same. */
export const isMissing = ({ name }: ErrorData): boolean => missing.has(name);

/** The browser works for another business or person by now; the notice of the switch says it. */
export const isSwitched = ({ details }: ErrorData): boolean =>
  details?.reason === 'tenant_switched' || details?.reason === 'person_switched';

/** The word of `common` for a call that got no answer. */
export const unanswered = () => (navigator.onLine ? 'noAnswer' : 'needsNetwork');
