'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { type ListAddress, readListQuery } from './list-query.tsx';

/** The state of a list is its address, also while the page stays. */
export function useListQuery<Declared extends Readonly<Record<string, readonly string[] | null>>, Sort extends string>(
  address: Pick<ListAddress<Declared, Sort>, 'filters' | 'sorts'>,
) {
  const params = useSearchParams();
  return useMemo(() => readListQuery(address, (name) => params.get(name)), [address, params]);
}
