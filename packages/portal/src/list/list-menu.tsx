'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useId, useState } from 'react';
import type { ListMenuItems, ListMenuItemsProps } from './list-menu-items.tsx';

const items = () => import('./list-menu-items.tsx');
const Items = lazy(async () => ({ default: (await items()).ListMenuItems })) as typeof ListMenuItems;
const KeepView = lazy(async () => ({ default: (await import('./keep-view.tsx')).KeepView }));

/** What can be done with a list as a whole. It is fetched when it is meant first. */
export function ListMenu<Row>(props: Omit<ListMenuItemsProps<Row>, 'nameView'>) {
  const t = useTranslations('list');
  const id = useId();
  const [wasOpened, setWasOpened] = useState(false);
  const [isNaming, setNaming] = useState(false);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        onPointerEnter={items}
        className="inline-flex min-h-12 shrink-0 items-center gap-2 rounded-control border border-control px-3 hover:bg-muted lg:min-h-10 lg:text-sm"
      >
        <SlidersHorizontal size={20} strokeWidth={1.75} aria-hidden="true" />
        {t('menu')}
      </button>
      <div id={id} popover="auto" className="menu menu-row" onBeforeToggle={() => setWasOpened(true)}>
        {wasOpened ? (
          <Suspense>
            <Items {...props} nameView={() => setNaming(true)} />
          </Suspense>
        ) : null}
      </div>
      {isNaming ? (
        <Suspense>
          <KeepView of={props.of} query={props.query} onClose={() => setNaming(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
