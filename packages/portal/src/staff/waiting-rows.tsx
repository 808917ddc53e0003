'use client';

import { Button } from '@studyspot/ui/button';
import { useLocale, useTranslations } from 'next-intl';
import { useHere } from '../data/here.tsx';
import { dayText } from '../day.tsx';
import { useChange } from '../form/use-change.tsx';
import { QueueLink, QueueRow } from '../home/queue.tsx';
import type { Member } from './staff-list.tsx';

export interface WaitingRowsProps {
  invited: readonly Member[];
  resend: (input: { id: string }) => Promise<unknown>;
}

/** Those who were invited and have not come yet: the mail can go out again from the row itself. */
export function WaitingRows({ invited, resend }: WaitingRowsProps) {
  return invited.map((member) => <WaitingRow key={member.id} member={member} resend={resend} />);
}

function WaitingRow({ member, resend }: Pick<WaitingRowsProps, 'resend'> & { member: Member }) {
  const t = useTranslations('home');
  const locale = useLocale();
  const { may } = useHere();
  const { change, busy } = useChange();
  const { id, name, email, invitedAt } = member;
  const title = t('invited', { name });
  return (
    <QueueRow title={title} help={t('invitedHelp', { day: dayText(locale, invitedAt), email })}>
      {may('users:create') ? (
        <Button
          size="small"
          busy={busy}
          aria-label={`${t('resend')}: ${title}`}
          onClick={() =>
            change({
              run: () => resend({ id }),
              said: () => t('resent', { email }),
            })
          }
        >
          {t('resend')}
        </Button>
      ) : (
        <QueueLink href={`/staff/${id}`} action={t('see')} title={title} />
      )}
    </QueueRow>
  );
}
