import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isCovered, isForThePage, isFreeEscape } from '../shortcuts/pressed.tsx';
import type { BesidePanelProps } from './beside-panel.tsx';

// Who holds a key down passes many rows: the one they stop at is shown.
const PAUSE_MS = 150;

const isIn = (panel: HTMLElement) => panel.contains(document.activeElement);

/** Not what someone types in clears by it. */
function closes(event: KeyboardEvent, panel: HTMLElement): boolean {
  const { target } = event;
  if (!isFreeEscape(event)) return false;
  return isIn(panel) || !(target instanceof Element && target.closest('input, textarea, select'));
}

/** The record follows the row that j and k lead to; Escape closes it, F6 leads into it and back. */
export function useBesideKeys(
  panel: RefObject<HTMLElement | null>,
  { id, path, rows, turnTo, close }: Omit<BesidePanelProps, 'of' | 'Record'>,
): void {
  const follow = useEffectEvent(() => {
    const link = document.activeElement?.closest('main tbody tr')?.querySelector('a')?.getAttribute('href');
    const row = rows.find((one) => link === `${path}/${one.id}`);
    if (row && row.id !== id) turnTo(row.id);
  });
  const toRow = useEffectEvent(() => {
    const links = [...document.querySelectorAll<HTMLElement>('main tbody a')];
    links.find((link) => link.getAttribute('href') === `${path}/${id}`)?.focus();
  });
  const leave = useEffectEvent(() => close());
  useEffect(() => {
    let before = Number.NEGATIVE_INFINITY;
    let pausing: ReturnType<typeof setTimeout> | undefined;
    const hear = (event: KeyboardEvent) => {
      const { key, timeStamp } = event;
      const shown = panel.current;
      if (shown === null) return;
      if (closes(event, shown)) {
        event.preventDefault();
        leave();
      } else if (key === 'F6' && !isCovered()) {
        event.preventDefault();
        if (isIn(shown)) toRow();
        else shown.focus();
      } else if ((key === 'j' || key === 'k') && isForThePage(event)) {
        clearTimeout(pausing);
        // Not before the focus stands on the row.
        pausing = setTimeout(() => follow(), timeStamp - before < PAUSE_MS ? PAUSE_MS : 0);
        before = timeStamp;
      }
    };
    document.addEventListener('keydown', hear);
    return () => {
      document.removeEventListener('keydown', hear);
      clearTimeout(pausing);
      // It went with the panel.
      if (document.activeElement === document.body) toRow();
    };
  }, [panel]);
}
