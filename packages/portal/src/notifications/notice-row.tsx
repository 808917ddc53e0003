'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { IconButton } from '@studyspot/ui/button';
import { classNames } from '@studyspot/ui/class-names';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { timeText } from '../day.tsx';
import { useChange } from '../form/use-change.tsx';
import { shared } from '../shell/api-client.tsx';
import { PageLink } from '../shell/page-link.tsx';

export type Notice = OwnerOutputs['notifications']['list']['items'][number];

// Where a thing is shown; whatever has no page of its own is told in the list alone.
const pages: Readonly<Record<string, (id: string) => string>> = {
  library: (id) => `/libraries/${id}`,
  membership: (id) => `/staff/${id}`,
  tenant: (id) => `/tenants/${id}`,
  person: () => '/profile',
  plan: () => '/',
  alarm: () => '/health',
};

/** Where the focus goes when a row is taken away: to the next one, or the one before. */
function leaveRow(button: HTMLElement): void {
  const links = [...(button.closest('[popover], main')?.querySelectorAll<HTMLElement>('a[data-notice]') ?? [])];
  const at = links.findIndex((link) => link.parentElement?.contains(button));
  (links[at + 1] ?? links[at - 1])?.focus();
}

/** One notice: it leads to what it is about, and is read by that. */
export function NoticeRow({ notice }: { notice: Notice }) {
  const t = useTranslations('notifications');
  const { change } = useChange();
  const read = shared.notifications.read.useMutation();
  const clear = shared.notifications.clear.useMutation();
  const restore = shared.notifications.restore.useMutation();
  const { id, kind, data, many, subjectKind, subjectId, readAt, toldAt } = notice;
  const ids = [id];
  const isUnread = readAt === null;
  const values = { ...data, by: data['by'] ?? t('somebody'), many };
  const text = t(t.has(`kinds.${kind}`) ? `kinds.${kind}` : 'kinds.other', values);
  const open = (link: HTMLElement) => {
    link.closest<HTMLElement>('[popover]')?.hidePopover();
    if (isUnread) read.mutate({ ids });
  };
  const takeAway = (button: HTMLElement) => {
    leaveRow(button);
    return change({
      run: () => clear.mutateAsync({ ids }),
      said: () => t('cleared'),
      undo: () => ({
        label: t('undo'),
        run: () => void change({ run: () => restore.mutateAsync({ ids }), said: () => null }),
      }),
    });
  };
  return (
    <li className="flex items-start gap-1 rounded-control hover:bg-muted">
      <PageLink
        data-notice
        href={pages[subjectKind]?.(subjectId) ?? '/notifications'}
        onClick={({ currentTarget }) => open(currentTarget)}
        className="flex min-h-11 min-w-0 flex-1 items-start gap-3 rounded-control px-3 py-2"
      >
        <span
          aria-hidden="true"
          className={classNames('mt-1.5 size-2 shrink-0 rounded-full', isUnread ? 'bg-primary' : 'bg-transparent')}
        />
        <span className="min-w-0">
          <span className={classNames('block break-words text-sm', isUnread && 'font-medium')}>
            {isUnread ? <span className="sr-only">{t('unread')} </span> : null}
            {text}
          </span>
          <time dateTime={toldAt} className="text-text-muted text-xs tabular-nums">
            {timeText(new Date(toldAt))}
          </time>
        </span>
      </PageLink>
      <IconButton
        label={t('clear', { notice: text })}
        data-tip={t('clearTip')}
        icon={<X size={18} strokeWidth={1.75} aria-hidden="true" />}
        onClick={({ currentTarget }) => takeAway(currentTarget)}
      />
    </li>
  );
}
