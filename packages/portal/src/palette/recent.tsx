'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { verbOf } from '../data/query-key.tsx';
import type { NavItem } from '../shell/nav-items.tsx';

const MOST = 5;

export interface Recent {
  href: string;
  name: string;
}

/** The records seen last: those that the cache holds, so that they end with it and nothing has to be emptied. */
export function recentOf(queries: QueryClient, nav: readonly NavItem[]): Recent[] {
  return queries
    .getQueryCache()
    .findAll()
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .flatMap(({ queryKey, state: { data } }) => {
      const [router, verb] = verbOf(queryKey);
      const place = verb === 'get' ? nav.find(({ finds }) => finds?.router === router) : undefined;
      if (!place || typeof data !== 'object' || data === null || !('id' in data) || !('name' in data)) return [];
      return [{ href: `${place.href}/${data.id}`, name: String(data.name) }];
    })
    .slice(0, MOST);
}

export function useRecent(nav: readonly NavItem[]): Recent[] {
  const queries = useQueryClient();
  const [recent] = useState(() => recentOf(queries, nav));
  return recent;
}
