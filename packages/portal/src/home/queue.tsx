'use client';

import { ButtonLink } from '@studyspot/ui/button';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageLink } from '../shell/page-link.tsx';

/** What needs doing today, the act on each row; `calm` where no row has come. */
export function Queue({ title, calm, children }: { title: string; calm: string; children: ReactNode }) {
  return (
    <section aria-labelledby="queue-title" className="flex flex-col gap-3">
      <h2 id="queue-title" className="font-semibold text-base">
        {title}
      </h2>
      <ul className="peer divide-y divide-line rounded-card border border-line empty:hidden">{children}</ul>
      <p className="hidden items-center gap-3 rounded-card border border-line px-4 py-4 text-text-muted peer-empty:flex">
        <CircleCheck size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-success" />
        {calm}
      </p>
    </section>
  );
}

export interface QueueRowProps {
  title: string;
  help: string;
  /** Where more of it is seen. */
  href?: string;
  children?: ReactNode;
}

export function QueueRow({ title, help, href, children }: QueueRowProps) {
  return (
    <li className="flex min-h-16 flex-wrap items-center justify-end gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-48">
        <p className="break-words font-medium">
          {href ? (
            <PageLink href={href} className="hover:underline">
              {title}
            </PageLink>
          ) : (
            title
          )}
        </p>
        <p className="break-words text-sm text-text-muted">{help}</p>
      </div>
      {children}
    </li>
  );
}

/** The act of a row that leads somewhere. */
export function QueueLink({ href, action, title }: { href: string; action: string; title: string }) {
  return (
    <ButtonLink as={PageLink} size="small" href={href} aria-label={`${action}: ${title}`}>
      {action}
    </ButtonLink>
  );
}

/** The act of a row that someone is to be rung up for. */
export function QueueCall({ phone, title }: { phone: string; title: string }) {
  const call = useTranslations('common')('call');
  return (
    <ButtonLink size="small" href={`tel:${phone}`} aria-label={`${call}: ${title}`}>
      {call}
    </ButtonLink>
  );
}
