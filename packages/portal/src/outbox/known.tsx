'use client';

import type { QueryClient } from '@tanstack/react-query';
import { phoneText } from '../phone.tsx';
import { inStore } from './store.tsx';

/** Whose phone it is now, and what the page for when there is no network shows of it. */
interface Here {
  name: 'here';
  owner: string;
  place: string;
}

interface Known {
  name: string;
  /** In the words of who read it. */
  title: string;
  owner: string;
  at: number;
  rows: { name: string; detail: string; phone: string; said: string }[];
}

/** Lists that are looked up most when nothing loads: where, and whom to call. */
export const listsKept = ['libraries', 'staff'] as const;

export type Titles = Readonly<Record<(typeof listsKept)[number], string>>;

const put = (one: Here | Known) => inStore('known', 'readwrite', (store) => store.put(one));

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function rowsOf(data: unknown): Known['rows'] {
  const items: unknown = Reflect.get(Object(data), 'items');
  return (Array.isArray(items) ? items : []).map((item: unknown) => {
    const field = (name: string) => text(Reflect.get(Object(item), name));
    const phone = field('phone');
    return { name: field('name'), detail: field('city') || field('email'), phone, said: phoneText(phone) };
  });
}

/** The whole list from its beginning, as its page first shows it. */
function listed(key: readonly unknown[]): keyof Titles | null {
  const [path, options] = key;
  const [router, procedure] = Array.isArray(path) ? path : [];
  const input = Object(Reflect.get(Object(options), 'input'));
  const isWhole = !input.cursor && Object.keys(Object(input.filters)).length === 0;
  return (procedure === 'list' && isWhole && listsKept.find((one) => one === router)) || null;
}

/** Keeps up with what is read; what was known of another person or business goes at once. */
export function keepKnown(queries: QueryClient, owner: string, place: string, titles: Titles): () => void {
  const saved = new Map<string, number>();
  const save = (key: readonly unknown[], data: unknown, at: number) => {
    const name = listed(key);
    // The mark of what is old already.
    if (name === null || data === undefined || at <= Math.max(1, saved.get(name) ?? 0)) return;
    saved.set(name, at);
    void put({ name, title: titles[name], owner, at, rows: rowsOf(data) }).catch(() => undefined);
  };
  const cache = queries.getQueryCache();
  const begin = async () => {
    const before = await inStore<Here | undefined>('known', 'readonly', (store) => store.get('here'));
    if (before?.owner !== owner) await forgetKnown();
    await put({ name: 'here', owner, place });
    for (const { queryKey, state } of cache.getAll()) save(queryKey, state.data, state.dataUpdatedAt);
  };
  let stop: (() => void) | null = () => undefined;
  const follow = () => {
    if (stop === null) return;
    stop = cache.subscribe(({ query: { queryKey, state } }) => save(queryKey, state.data, state.dataUpdatedAt));
  };
  // A store that is forbidden or full keeps nothing.
  begin().then(follow, () => undefined);
  return () => {
    stop?.();
    stop = null;
  };
}

/** At the page where people sign in, and when another person or business comes. */
export const forgetKnown = () => inStore('known', 'readwrite', (store) => store.clear());
