'use client';

import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';

/** Also read by the sign-in form, which shows it again after a refusal. */
const TYPED = 'studyspot-signin-email';

/** Around a form: the address typed into it goes along to the page that asks for it next, in this tab alone. */
export function KeepTypedAddress({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On leaving: whatever filled the field, and when, is in it then.
    const keep = () => {
      const field = box.current?.querySelector<HTMLInputElement>('input[name=email]');
      if (field) sessionStorage.setItem(TYPED, field.value);
    };
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, []);
  return <div ref={box}>{children}</div>;
}

const never = () => () => undefined;

/** Empty on the server and where nothing was typed. */
export const useTypedAddress = () =>
  useSyncExternalStore(
    never,
    () => sessionStorage.getItem(TYPED) ?? '',
    () => '',
  );
