'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useCalls } from '../shell/api-client.tsx';

/** A change by the name of its procedure; it reaches the cache as those of the hooks do. */
export function useSend() {
  const queries = useQueryClient();
  const calls = useCalls();
  return useCallback(
    (procedure: string, input: object): Promise<{ version: number }> =>
      queries
        .getMutationCache()
        .build(queries, {
          mutationKey: [procedure.split('.')],
          mutationFn: (given: object) => calls.mutation(procedure, given) as Promise<{ version: number }>,
        })
        .execute(input),
    [queries, calls],
  );
}
