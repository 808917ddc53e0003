'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { keepDraft, readDraft, type Typed } from './draft.tsx';

const PAUSE_MS = 800;

interface DraftOptions {
  name: string | undefined;
  subscribe: (options: { formState: { values: true }; callback: () => void }) => () => void;
  /** What differs from the record by now. */
  typed: () => Typed;
  put: (values: Typed) => void;
  early: () => Typed;
}

/** Keeps what was typed until it was saved, over a reload and a closed tab, and puts it back. */
export function useDraft({ name, subscribe, typed, put, early }: DraftOptions) {
  const [restored, setRestored] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ typed, put, early });
  latest.current = { typed, put, early };

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (name !== undefined) keepDraft(name, latest.current.typed());
  }, [name]);

  useEffect(() => {
    const before = latest.current.early();
    latest.current.put(before);
    if (name === undefined) return;
    const topOf = (path: string) => path.split('.', 1)[0];
    const typedNow = new Set(Object.keys(before).map(topOf));
    const draft = Object.entries(readDraft(name)).filter(([field]) => !typedNow.has(field));
    if (draft.length > 0) {
      latest.current.put(Object.fromEntries(draft));
      setRestored(true);
    }
    const keepAtOnce = () => {
      if (timer.current !== undefined) keep();
    };
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(keep, PAUSE_MS);
      },
    });
    window.addEventListener('pagehide', keepAtOnce);
    return () => {
      unsubscribe();
      window.removeEventListener('pagehide', keepAtOnce);
      // A soft turn of the page is none that the window hears of.
      keepAtOnce();
    };
  }, [name, subscribe, keep]);

  const forget = () => {
    setRestored(false);
    keep();
  };
  return { restored, forget };
}
