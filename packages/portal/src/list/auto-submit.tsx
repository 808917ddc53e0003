'use client';

import { type FormEvent, type ReactNode, useRef } from 'react';
import { stayAt } from './stay-link.tsx';

const PAUSE_MS = 350;

export interface AutoSubmitProps {
  action: string;
  /** The rows shown are still those of before. */
  busy: boolean;
  children: ReactNode;
}

/** Without script a GET form; with it the list follows what is typed and chosen, the old rows staying in sight. */
export function AutoSubmit({ action, busy, children }: AutoSubmitProps) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const go = (form: HTMLFormElement, how: 'push' | 'replace') => {
    clearTimeout(timer.current);
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value.trim() !== '') params.set(name, value.trim());
    }
    stayAt(`${action}?${params}`, how);
  };

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    clearTimeout(timer.current);
    if (event.target instanceof HTMLSelectElement) go(form, 'push');
    // Each pause in typing is no place to come back to.
    else timer.current = setTimeout(() => go(form, 'replace'), PAUSE_MS);
  };

  return (
    <search>
      <form
        method="get"
        action={action}
        aria-busy={busy}
        className="relative flex flex-wrap items-center gap-2 px-4 pb-3 lg:px-8"
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          go(event.currentTarget, 'replace');
          // Typed to the end: the keyboard of a phone leaves the rows in sight, and on a laptop the keys are the page's again.
          if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
        }}
      >
        {children}
        {busy ? (
          <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-0.5 overflow-hidden bg-muted">
            <span className="skeleton-block block h-full w-1/2 bg-primary" />
          </span>
        ) : null}
      </form>
    </search>
  );
}
