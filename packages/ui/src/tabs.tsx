'use client';

import { type ElementType, type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names.tsx';

export interface Tab {
  key: string;
  label: string;
  href: string;
  /** What is behind it, counted. */
  count?: string;
  /** Beside its name: a small menu, or what closes it. */
  act?: ReactNode;
}

export interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  /** Key of the chosen one; null where the page shows what none of them leads to. */
  now: string | null;
  /** What leads from one to the other. */
  link?: ElementType;
}

interface Stretch {
  left: number;
  width: number;
}

/** So much of the neighbour is seen, which says that there is more. */
const PEEK = 32;

/** Where a row that scrolls sideways has to stand so that one of its tabs is in sight; where it stands, if it is already. */
export function standFor(row: Stretch, tab: Stretch): number {
  const first = Math.max(0, tab.left - PEEK);
  const last = tab.left + tab.width + PEEK - row.width;
  if (first < row.left) return first;
  return last > row.left ? Math.min(first, last) : row.left;
}

/** Views of one page as links: which is chosen stands in the address, so Back and a shared link lead to the same. */
export function Tabs({ label, tabs, now, link }: TabsProps) {
  const row = useRef<HTMLUListElement>(null);
  const Anchor = link ?? 'a';

  useEffect(() => {
    const list = row.current;
    const chosen = now === null ? null : list?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(now)}"]`);
    if (!list || !chosen) return;
    list.scrollLeft = standFor(
      { left: list.scrollLeft, width: list.clientWidth },
      { left: chosen.offsetLeft, width: chosen.offsetWidth },
    );
  }, [now]);

  return (
    <nav aria-label={label} className="min-w-0">
      <ul
        ref={row}
        className="relative flex items-stretch overflow-x-auto overflow-y-hidden border-line border-b [scrollbar-width:thin]"
      >
        {tabs.map(({ key, label: name, href, count, act }) => (
          <li
            key={key}
            data-tab={key}
            className={classNames(
              'flex shrink-0 items-center border-b-2 [&_button]:-outline-offset-2',
              key === now ? 'border-primary' : 'border-transparent',
            )}
          >
            <Anchor
              href={href}
              aria-current={key === now ? 'page' : undefined}
              className={classNames(
                'inline-flex min-h-11 max-w-64 items-center gap-2 rounded-control px-3 py-1 text-sm -outline-offset-2 lg:min-h-9',
                key === now ? 'text-primary' : 'text-text-muted hover:bg-muted hover:text-text',
              )}
            >
              {name}
              {count === undefined ? null : <span className="text-text-muted text-xs tabular-nums">{count}</span>}
            </Anchor>
            {act}
          </li>
        ))}
      </ul>
    </nav>
  );
}
