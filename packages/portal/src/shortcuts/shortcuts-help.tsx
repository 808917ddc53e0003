'use client';

import { Dialog } from '@studyspot/ui/dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isWide } from '../list/beside.tsx';
import { offersOf } from './pressed.tsx';

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="flex shrink-0 gap-1">
      {keys.map((key) => (
        <kbd
          key={key}
          className="grid h-7 min-w-7 place-items-center rounded-control border border-line bg-surface px-1.5 text-sm"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}

/** Every key that works on this page, read from the page itself. */
export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shortcuts');
  const [offers] = useState(() => offersOf(document));
  const always = [
    { keys: ['j', 'k'], label: t('rows') },
    { keys: ['x'], label: t('pick') },
    ...(document.querySelector('[data-typed]') ? [{ keys: ['e'], label: t('edit') }] : []),
    ...(isWide() && document.querySelector('[data-beside]')
      ? [
          { keys: ['Space'], label: t('beside') },
          { keys: ['F6'], label: t('across') },
        ]
      : []),
    { keys: ['Enter'], label: t('enter') },
    { keys: ['Esc'], label: t('escape') },
    { keys: ['Ctrl', 'K'], label: t('palette') },
    { keys: ['?'], label: t('help') },
  ];
  return (
    <Dialog open onClose={onClose} title={t('title')} close={t('close')}>
      <dl className="divide-y divide-line">
        {[...offers, ...always].map(({ keys, label }) => (
          <div key={keys.join()} className="flex min-h-10 items-center justify-between gap-4 py-1">
            <dt className="min-w-0 break-words">{label}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-text-muted">{t('off')}</p>
    </Dialog>
  );
}
