'use client';

import { IconButton } from '@studyspot/ui/button';
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
      <IconButton
        label={label}
        icon={<ChevronsUpDown size={18} strokeWidth={1.75} aria-hidden="true" />}
        popoverTarget="place-menu"
        className="-ml-3"
      />
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
