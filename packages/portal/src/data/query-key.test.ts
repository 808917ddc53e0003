import type { OwnerRouter } from '@studyspot/api/root';
import { createTRPCReact, getQueryKey } from '@trpc/react-query';
import { expect, it } from 'vitest';
import { queryKey } from './query-key.tsx';

const trpc = createTRPCReact<OwnerRouter>();

it('is the key of the hooks', () => {
  const input = { limit: 50, filters: { q: 'x' } };
  expect(queryKey(['libraries', 'list'], input)).toEqual(getQueryKey(trpc.libraries.list, input, 'query'));
  expect(queryKey(['identity', 'me'], undefined)).toEqual(getQueryKey(trpc.identity.me, undefined, 'query'));
});
