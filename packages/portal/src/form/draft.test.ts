import { afterEach, expect, it, vi } from 'vitest';
import { typedOf } from './draft.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const now = Date.now();
const stored = (typed: unknown, at: unknown = now) => JSON.stringify({ at, typed });

it('gives back what was kept within a week', () => {
  const typed = { name: 'Gyan', hours: [{ on: true }] };
  expect(typedOf(stored(typed), now)).toEqual(typed);
  expect(typedOf(stored(typed, now - 8 * 24 * 3_600_000), now)).toEqual({});
});

it('takes nothing else for a draft', () => {
  for (const text of [null, '', '{', '7', '[]', stored([1]), stored('x'), stored(null), stored({}, 'now')])
    expect(typedOf(text, now)).toEqual({});
});

it('keeps nothing of a tab that stood open at sign-out, and again of one that was opened since', async () => {
  const items = new Map<string, string>();
  // Object.keys of a store names its items.
  vi.stubGlobal(
    'localStorage',
    new Proxy(
      {
        getItem: (key: string) => items.get(key) ?? null,
        setItem: (key: string, value: string) => void items.set(key, value),
        removeItem: (key: string) => void items.delete(key),
      },
      {
        ownKeys: () => [...items.keys()],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    ),
  );
  vi.useFakeTimers();
  const openTab = async () => {
    vi.resetModules();
    vi.advanceTimersByTime(1_000);
    return import('./draft.tsx');
  };
  const tab = await openTab();
  tab.keepDraft('form', { name: 'Gyan' });
  expect(tab.readDraft('form')).toEqual({ name: 'Gyan' });
  (await openTab()).forgetDrafts();
  tab.keepDraft('form', { name: 'Gyan Library' });
  expect(tab.readDraft('form')).toEqual({});
  const next = await openTab();
  next.keepDraft('form', { name: 'Vidya' });
  expect(next.readDraft('form')).toEqual({ name: 'Vidya' });
});
