import { hashKey, MutationCache, QueryClient } from '@tanstack/react-query';
import { failureOf } from '../failure.tsx';
import type { Marks } from './marks.tsx';
import { queryKey, routerOf } from './query-key.tsx';

const MINUTE = 60_000;
// Where pages are drawn nothing is kept beyond the answer: a timer would hold all of the request for as long.
const KEPT_MS = typeof window === 'undefined' ? Number.POSITIVE_INFINITY : 15 * MINUTE;

interface Stored {
  id: unknown;
  version: number;
}

function isRecord(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && 'id' in value && 'version' in value;
}

/** The page of a list with what its row has become; undefined where it is on no such page. */
function withRow(page: unknown, record: Stored): object | undefined {
  const items: unknown = Reflect.get(Object(page), 'items');
  const isOlder = (row: unknown) => isRecord(row) && row.id === record.id && row.version < record.version;
  if (!Array.isArray(items) || !items.some(isOlder)) return undefined;
  return { ...Object(page), items: items.map((row) => (isOlder(row) ? { ...row, ...record } : row)) };
}

/** A change answers with the whole record, as `get` does: its page and its rows show it without asking again. */
function keepRecord(queries: QueryClient, router: string, output: unknown): string | null {
  if (!isRecord(output)) return null;
  queries.setQueriesData({ queryKey: [[router, 'list']] }, (page: unknown) => withRow(page, output));
  const key = queryKey([router, 'get'], { id: output.id });
  const known = queries.getQueryData(key);
  // The answer to an act that was sent again is the first, which others may have gone on from.
  if (!isRecord(known) || known.version > output.version) return null;
  queries.setQueryData(key, output);
  return hashKey(key);
}

/** What a page holds of the server's answers, and how a change reaches it. */
export function openQueries(marks: Marks): QueryClient {
  const queries: QueryClient = new QueryClient({
    defaultOptions: {
      queries: { staleTime: MINUTE, gcTime: KEPT_MS, retry: 1 },
      // Without a network a call fails, and the form says so: held back, it would be sent later, when nobody expects it.
      mutations: { retry: false, networkMode: 'always' },
    },
    mutationCache: new MutationCache({
      // Not awaited: what is done is told at once, and what it touched follows.
      onSuccess: (output, _input, _kept, { options }) => {
        const router = routerOf(options.mutationKey);
        if (router === null) return;
        marks.settle(router);
        const fresh = keepRecord(queries, router, output);
        void queries.invalidateQueries({ queryKey: [[router]], predicate: ({ queryHash }) => queryHash !== fresh });
      },
      // What was refused was drawn from something that is no longer so.
      onError: (error, _input, _kept, { options }) => {
        const router = routerOf(options.mutationKey);
        if (router !== null && failureOf(error)) void queries.invalidateQueries({ queryKey: [[router]] });
      },
    }),
  });
  return queries;
}
