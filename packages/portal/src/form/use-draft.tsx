'use client';

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { keepDraft, readDraft, type Typed } from './draft.tsx';
import { typedInPage, withEarly } from './typed-in-page.tsx';
import { valueAt } from './value-at.tsx';

const PAUSE_MS = 800;

interface DraftOptions {
  name: string | undefined;
  subscribe: (options: { formState: { values: true }; callback: () => void }) => () => void;
  getValues: () => Typed;
  /** What differs from the record by now. */
  typed: () => Typed;
  put: (values: Typed) => void;
  form: RefObject<HTMLFormElement | null>;
}

/** The text field of the form that someone is in. */
function textFieldIn(form: HTMLFormElement | null): HTMLInputElement | HTMLTextAreaElement | null {
  const field = document.activeElement;
  const isText =
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'checkbox');
  return isText && form?.contains(field) ? field : null;
}

/** Keeps what was typed until it was saved, over a reload and a closed tab, and puts it back. */
export function useDraft({ name, subscribe, getValues, typed, put, form }: DraftOptions) {
  const [restored, setRestored] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Of the draft: waits until the field is left that someone was in when the script came. */
  const waiting = useRef<Typed>({});

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (name !== undefined) keepDraft(name, { ...waiting.current, ...typed() });
  }, [name, typed]);

  // With the page's first moment under script: after it somebody may have put their finger into a field.
  useLayoutEffect(() => {
    const early = typedInPage(form.current, getValues());
    const draft = name === undefined ? {} : readDraft(name);
    if (Object.keys(draft).length > 0) setRestored(true);
    // What they are about to type would go behind it: a field that someone is in waits until they leave it as it was.
    const taken = textFieldIn(form.current);
    const { [taken?.name ?? '']: held, ...free } = draft;
    put(free);
    if (taken && held !== undefined) waiting.current = { [taken.name]: held };
    const left = () => {
      if (!(taken && taken.name in typed())) put(waiting.current);
      waiting.current = {};
    };
    taken?.addEventListener('blur', left, { once: true });

    const unsubscribe = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(keep, PAUSE_MS);
      },
    });
    // Last, so that no draft goes over what was typed before the script came.
    for (const one of early) put({ [one.name]: withEarly(one, valueAt(getValues(), one.name.split('.'))) });
    const keepAtOnce = () => {
      if (timer.current !== undefined) keep();
    };
    window.addEventListener('pagehide', keepAtOnce);
    return () => {
      taken?.removeEventListener('blur', left);
      unsubscribe();
      window.removeEventListener('pagehide', keepAtOnce);
      // A soft turn of the page is none that the window hears of.
      keepAtOnce();
    };
  }, [name, subscribe, getValues, typed, put, keep, form]);

  const forget = () => {
    waiting.current = {};
    setRestored(false);
    keep();
  };
  return { restored, forget };
}
