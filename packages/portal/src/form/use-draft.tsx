'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { keepDraft, readDraft, type Typed } from './draft.tsx';

const PAUSE_MS = 800;

interface DraftOptions {
  name: string | undefined;
  subscribe: (options: { formState: { values: true }; callback: () => void }) => () => void;
  /** What differs from the record by now. */
  typed: () => Typed;
  put: (values: Typed) => void;
  early: () => Typed;
  form: RefObject<HTMLFormElement | null>;
}

const topOf = (path: string) => path.split('.', 1)[0] ?? '';

/** The field of the form that someone is in. */
function fieldIn(form: HTMLFormElement | null): HTMLElement | null {
  const field = document.activeElement;
  return field instanceof HTMLElement && field.hasAttribute('name') && form?.contains(field) ? field : null;
}

/** Keeps what was typed until it was saved, over a reload and a closed tab, and puts it back. */
export function useDraft({ name, subscribe, typed, put, early, form }: DraftOptions) {
  const [restored, setRestored] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Of the draft: waits until the field is left that someone was in when the script came. */
  const waiting = useRef<Typed>({});
  const latest = useRef({ typed, put, early });
  latest.current = { typed, put, early };

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (name !== undefined) keepDraft(name, { ...waiting.current, ...latest.current.typed() });
  }, [name]);

  useEffect(() => {
    const before = latest.current.early();
    latest.current.put(before);
    if (name === undefined) return;
    const typedNow = new Set(Object.keys(before).map(topOf));
    const draft = Object.entries(readDraft(name)).filter(([field]) => !typedNow.has(field));
    if (draft.length > 0) setRestored(true);
    // What they are about to type would go behind it: a field that someone is in waits until they leave it as it was.
    const taken = fieldIn(form.current);
    const takenName = topOf(taken?.getAttribute('name') ?? '');
    latest.current.put(Object.fromEntries(draft.filter(([field]) => field !== takenName)));
    waiting.current = Object.fromEntries(draft.filter(([field]) => field === takenName));
    const left = () => {
      const isTyped = takenName in latest.current.typed();
      if (!isTyped) latest.current.put(waiting.current);
      waiting.current = {};
    };
    taken?.addEventListener('blur', left, { once: true });
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
      taken?.removeEventListener('blur', left);
      unsubscribe();
      window.removeEventListener('pagehide', keepAtOnce);
      // A soft turn of the page is none that the window hears of.
      keepAtOnce();
    };
  }, [name, subscribe, keep, form]);

  const forget = () => {
    waiting.current = {};
    setRestored(false);
    keep();
  };
  return { restored, forget };
}
