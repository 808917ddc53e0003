'use client';

import { Button } from '@studyspot/ui/button';
import { MenuBox } from '@studyspot/ui/menu';
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
  const [isNaming, setNaming] = useState(false);
  return (
    <>
      <Button
        popoverTarget={id}
        onPointerEnter={items}
        icon={<SlidersHorizontal size={20} strokeWidth={1.75} aria-hidden="true" />}
      >
        {t('menu')}
      </Button>
      <MenuBox id={id}>
        <Suspense>
          <Items {...props} nameView={() => setNaming(true)} />
        </Suspense>
      </MenuBox>
      {isNaming ? (
        <Suspense>
          <KeepView of={props.of} query={props.query} onClose={() => setNaming(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
