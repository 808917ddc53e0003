'use client';

import { PrefetchKind } from 'next/dist/client/components/router-reducer/router-reducer-types';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ComponentProps, useEffect, useRef } from 'react';

// Shorter is a pointer on its way somewhere else: the page would be fetched for nothing, and once more at the click.
const INTENT_MS = 65;

export type PageLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> & { href: string };

/** The one link between pages inside: soft, and fetched as soon as someone means it, never because it is in sight. */
export function PageLink({ href, ...rest }: PageLinkProps) {
  const router = useRouter();
  const intent = useRef<ReturnType<typeof setTimeout>>(undefined);
  const forget = () => clearTimeout(intent.current);
  const mean = () => {
    forget();
    intent.current = setTimeout(() => router.prefetch(href, { kind: PrefetchKind.FULL }), INTENT_MS);
  };
  useEffect(() => () => clearTimeout(intent.current), []);
  return (
    <Link
      href={href}
      prefetch={false}
      onPointerEnter={mean}
      onPointerLeave={forget}
      onPointerDown={forget}
      onFocus={mean}
      onBlur={forget}
      {...rest}
    />
  );
}
