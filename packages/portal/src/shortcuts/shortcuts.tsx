'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { editRow, isForThePage, moveRow, offersOf, pickRow, take } from './pressed.tsx';

const SECOND_KEY_MS = 1_500;

const Help = lazy(async () => ({ default: (await import('./shortcuts-help.tsx')).ShortcutsHelp }));

/** The keys of a page: what it offers, its rows, the pages of the menu, and the list of all of these. */
export function Shortcuts() {
  const [isHelpOpen, setHelpOpen] = useState(false);
  useEffect(() => {
    let goneSince = Number.NEGATIVE_INFINITY;
    const hear = (event: KeyboardEvent) => {
      if (!isForThePage(event)) return;
      const { key, timeStamp } = event;
      const isSecond = timeStamp - goneSince < SECOND_KEY_MS;
      goneSince = key === 'g' && !isSecond ? timeStamp : Number.NEGATIVE_INFINITY;
      const keys = isSecond ? `g${key}` : key;
      const offer = offersOf(document).find((one) => one.keys.join('') === keys);
      if (offer) take(offer);
      else if (keys === 'j' || keys === 'k') moveRow(document, keys === 'j' ? 1 : -1);
      else if (keys === 'x') pickRow(document);
      else if (keys === 'e') editRow(document);
      else if (keys === '?') setHelpOpen(true);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  return isHelpOpen ? (
    <Suspense>
      <Help onClose={() => setHelpOpen(false)} />
    </Suspense>
  ) : null;
}
