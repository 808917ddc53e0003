'use client';

import type { AnchorHTMLAttributes, MouseEvent } from 'react';

/** Next's router puts its own in place of the browser's: a change of the address before that is never heard of. */
const isHeard = () => Object.hasOwn(window.history, 'pushState');

/** The same page at another address: nothing but its data is asked for. */
export function stayAt(href: string, how: 'push' | 'replace' = 'push', state: object | null = null): void {
  if (!isHeard()) {
    window.location.assign(href);
    return;
  }
  window.history[how === 'push' ? 'pushState' : 'replaceState'](state, '', href);
}

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

export interface StayLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  /** Kept with the entry of the history that it makes. */
  state?: object;
}

export function StayLink({ href, state, children, ...rest }: StayLinkProps) {
  return (
    <a
      href={href}
      {...rest}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        stayAt(href, 'push', state);
        if (rest.rel) window.scrollTo({ top: 0 });
      }}
    >
      {children}
    </a>
  );
}
