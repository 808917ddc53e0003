'use client';

import { useQueryClient } from '@tanstack/react-query';
import { getUntypedClient } from '@trpc/client';
import { useCallback } from 'react';
import { shared } from '../shell/api-client.tsx';

/** A change by the name of its procedure; it reaches the cache as those of the hooks do. */
export function useSend() {
  const queries = useQueryClient();
  const { client } = shared.useUtils();
  return useCallback(
    (procedure: string, input: object): Promise<{ version: number }> =>
      queries
        .getMutationCache()
        .build(queries, {
          mutationKey: [procedure.split('.')],
          mutationFn: (given: object) =>
            getUntypedClient(client).mutation(procedure, given) as Promise<{ version: number }>,
        })
        .execute(input),
    [queries, client],
  );
}
