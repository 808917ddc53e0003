import type { STAGES } from './names.ts';

export type Stage = (typeof STAGES)[number];

interface Dated {
  publishedAt: Date | null;
  endedAt: Date | null;
  startsAt: Date;
  endsAt: Date;
}

export function stageOf({ publishedAt, endedAt, startsAt, endsAt }: Dated, now: Date): Stage {
  if (publishedAt === null) return 'draft';
  if (endedAt !== null || endsAt <= now) return 'over';
  return startsAt > now ? 'planned' : 'running';
}

/** What people have read is not written anew: only how long it stands there may still change. */
export const mayChange = (stage: Stage, fields: readonly string[]): boolean =>
  stage === 'draft' || (stage !== 'over' && fields.every((field) => field === 'endsAt'));

/** What is wrong with the end, as the message files name it. A draft may wait until its dates are changed. */
export function endFault({ startsAt, endsAt }: Pick<Dated, 'startsAt' | 'endsAt'>, stage: Stage, now: Date) {
  if (endsAt <= startsAt) return 'turned';
  return stage !== 'draft' && endsAt <= now ? 'past' : null;
}
