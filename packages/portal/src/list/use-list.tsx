'use client';

import { type ListAddress, listInput } from './list-query.tsx';
import { useListQuery } from './use-list-query.tsx';

/** A list as its address says it, and what its verb is asked for that. */
export function useList<Declared extends Readonly<Record<string, readonly string[] | null>>, Sort extends string>(
  address: ListAddress<Declared, Sort>,
) {
  const query = useListQuery(address);
  return { path: address.path, query, asked: listInput(query) };
}
