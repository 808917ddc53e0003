'use client';

import type { AnchorHTMLAttributes, MouseEvent } from 'react';

/** The same page at another address: nothing but its data is asked for. */
export function stayAt(href: string, how: 'push' | 'replace' = 'push'): void {
  window.history[how === 'push' ? 'pushState' : 'replaceState'](null, '', href);
}

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

export function StayLink({ href, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a
      href={href}
      {...rest}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        stayAt(href);
        if (rest.rel) window.scrollTo({ top: 0 });
      }}
    >
      {children}
    </a>
  );
}
