'use client';

import { showToast } from '@studyspot/ui/toast';
import { PrefetchKind } from 'next/dist/client/components/router-reducer/router-reducer-types';
import Link, { useLinkStatus } from 'next/link';
import { useRouter } from 'next/navigation';
import { useOffline } from 'next/offline';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

// Shorter is a pointer on its way somewhere else: the page would be fetched for nothing, and once more at the click.
const INTENT_MS = 65;

export type PageLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> & { href: string };

/** The one link between pages inside: soft, and fetched as soon as someone means it, never because it is in sight. */
export function PageLink({ href, children, ...rest }: PageLinkProps) {
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
    >
      {children}
      <Turning />
    </Link>
  );
}

/** While the page is on its way: a line under the top bar shows that the tap was felt. */
function Turning() {
  return useLinkStatus().pending ? <OnItsWay /> : null;
}

function OnItsWay() {
  if (useOffline()) return <WaitsForNetwork />;
  return createPortal(
    <span aria-hidden="true" className="skeleton-late fixed inset-x-0 top-14 z-20 h-0.5 overflow-hidden bg-muted">
      <span className="skeleton-block block h-full w-1/2 bg-primary" />
    </span>,
    document.body,
  );
}

function WaitsForNetwork() {
  const t = useTranslations('states');
  useEffect(() => showToast({ text: t('offlineTurn') }), [t]);
  return null;
}
