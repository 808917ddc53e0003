import { getLocale, getTranslations } from 'next-intl/server';
import { dayText } from '../day.tsx';
import type { QueueItem } from '../home/queue.tsx';
import type { Member } from './staff-list.tsx';

/** Those who were invited and have not come yet. */
export async function waitingFor(invited: ReadonlyArray<Member>): Promise<QueueItem[]> {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  return invited.map(({ id, name, email, invitedAt }) => ({
    key: id,
    title: t('invited', { name }),
    help: t('invitedHelp', { day: dayText(locale, invitedAt), email }),
    href: `/staff/${id}`,
    action: t('see'),
  }));
}
