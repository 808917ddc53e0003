import { newsMark } from '@studyspot/api/http/caller';
import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query';
import { cache } from 'react';
import { answer } from '../shell/answer.tsx';
import { queryKey } from './query-key.tsx';

/** What this request has read: of one person and one page, never of the process; and how far the news had come before. */
const loaded = cache(() => ({
  mark: newsMark(),
  queries: new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } }),
}));

export function whatWasLoaded(): { state: DehydratedState; mark: string } {
  const { queries, mark } = loaded();
  return { state: dehydrate(queries), mark };
}

function follow(at: unknown, path: readonly string[], input: unknown): unknown {
  const procedure = path.reduce((inner: unknown, name) => Reflect.get(Object(inner), name), at);
  if (typeof procedure !== 'function') throw new Error(`nothing is called ${path.join('.')}`);
  return procedure(input);
}

/**
 * The portal's calls, in this process. What a page reads through them, its parts find in the browser under the same key;
 * the same read twice in one request is made once, and a refusal leads to the page that explains it.
 */
export function loaderOf<Api extends object>(api: Api): Api {
  const step = (path: readonly string[]): unknown =>
    new Proxy(() => undefined, {
      get: (_, name) => (typeof name === 'string' && name !== 'then' ? step([...path, name]) : undefined),
      apply: (_, __, [input]: unknown[]) =>
        answer(
          loaded().queries.fetchQuery({
            queryKey: queryKey(path, input),
            queryFn: async () => follow(api, path, input),
          }),
        ),
    });
  return step([]) as Api;
}
