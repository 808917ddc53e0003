'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Answered } from '../data/answered.tsx';
import { ChooseList } from '../identity/choose-list.tsx';
import { shared } from './api-client.tsx';

/** Beside the name of the place, for whoever has more than one: the others are asked for when it opens. */
export function PlaceSwitch({ label }: { label: string }) {
  const t = useTranslations('choose');
  const [isOpen, setOpen] = useState(false);
  const choices = shared.identity.choices.useQuery(undefined, { enabled: isOpen });
  return (
    <>
      <button
        type="button"
        popoverTarget="place-menu"
        aria-label={label}
        title={label}
        className="-ml-3 grid size-11 shrink-0 place-items-center rounded-control text-text-muted hover:bg-muted hover:text-text lg:size-10"
      >
        <ChevronsUpDown size={18} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <div
        id="place-menu"
        popover="auto"
        role="dialog"
        aria-labelledby="place-menu-title"
        className="menu menu-left"
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        <h2 id="place-menu-title" className="px-3 pt-1 pb-2 font-semibold text-base">
          {t('title')}
        </h2>
        <div className="px-2">
          {isOpen ? <Answered reading={choices}>{(found) => <ChooseList choices={found} />}</Answered> : null}
        </div>
      </div>
    </>
  );
}
