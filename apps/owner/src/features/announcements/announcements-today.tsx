'use client';

import { useChange } from '@studyspot/portal/form/use-change';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { ButtonLink, IconButton } from '@studyspot/ui/button';
import { Notice } from '@studyspot/ui/notice';
import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { trpc } from '../../shell/trpc.ts';
import { type Shown, saidIn, useBoard } from './use-board.tsx';

const page = '/notifications';
// Whoever was away for long reads the others on their page.
const MOST = 3;

/** What the platform announces and this member has not read yet, each until it is opened or dismissed. */
export function News() {
  const t = useTranslations('announcements');
  const board = useBoard();
  const place = useRef<HTMLElement>(null);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const { change } = useChange();
  const { mutateAsync } = trpc.announcements.read.useMutation();
  const unread = board.filter(({ id, isRead }) => !isRead && !dismissed.includes(id));
  const dismiss = async (id: string) => {
    setDismissed((all) => [...all, id]);
    place.current?.focus();
    const isKept = await change({ run: () => mutateAsync({ ids: [id] }), said: () => t('dismissed') });
    if (!isKept) setDismissed((all) => all.filter((one) => one !== id));
  };
  if (board.length === 0) return null;
  const rest = board.length - Math.min(unread.length, MOST);
  return (
    <section ref={place} tabIndex={-1} aria-label={t('title')} className="flex flex-col gap-3 outline-none">
      {unread.slice(0, MOST).map((one) => (
        <Unread key={one.id} shown={one} dismiss={dismiss} />
      ))}
      {rest > 0 ? (
        <p className="text-sm">
          <PageLink href={page} className="text-primary underline">
            {t(unread.length > 0 ? 'further' : 'current', { count: rest })}
          </PageLink>
        </p>
      ) : null}
    </section>
  );
}

function Unread({ shown, dismiss }: { shown: Shown; dismiss: (id: string) => void }) {
  const t = useTranslations('announcements');
  const { name, body } = saidIn(useLocale(), shown);
  return (
    <Notice
      tone={shown.importance}
      action={
        <div className="flex items-center gap-1">
          <ButtonLink as={PageLink} size="small" href={page} aria-label={t('readOf', { name })}>
            {t('read')}
          </ButtonLink>
          <IconButton
            label={t('dismiss', { name })}
            data-tip={t('dismissTip')}
            icon={<X size={18} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => dismiss(shown.id)}
          />
        </div>
      }
    >
      <p className="break-words font-medium">{name}</p>
      <p className="line-clamp-2 break-words">{body}</p>
    </Notice>
  );
}
