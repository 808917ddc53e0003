import { dayText } from '@studyspot/portal/day';
import { Figures, Queue, type QueueItem } from '@studyspot/portal/home/queue';
import { VerifyNotice } from '@studyspot/portal/identity/verify-notice';
import { answer } from '@studyspot/portal/shell/answer';
import { Words } from '@studyspot/portal/shell/words';
import { PageHeader } from '@studyspot/ui/page-header';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { session } from '../../shell/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return { title: t('title') };
}

export default async function Page() {
  const { api, me, may } = await session();
  const [t, locale, libraries, staff, invited] = await Promise.all([
    getTranslations('home'),
    getLocale(),
    may('libraries:read') ? answer(api.libraries.list({ limit: 100 })) : null,
    may('users:read') ? answer(api.staff.list({ limit: 1, filters: { state: 'active' } })) : null,
    may('users:read') ? answer(api.staff.list({ limit: 20, filters: { state: 'invited' } })) : null,
  ]);
  const items: QueueItem[] = [];
  if (libraries?.items.length === 0 && may('libraries:create')) {
    items.push({ key: 'first', title: t('first'), help: t('firstHelp'), href: '/libraries/new', action: t('add') });
  }
  for (const { id, name, status } of libraries?.items ?? []) {
    if (status === 'active' || !may('libraries:update')) continue;
    const title = t('notOpen', { name, status });
    items.push({ key: id, title, help: t('notOpenHelp'), href: `/libraries/${id}`, action: t('open') });
  }
  for (const { id, name, email, invitedAt } of invited?.items ?? []) {
    const help = t('invitedHelp', { day: dayText(locale, invitedAt), email });
    items.push({ key: id, title: t('invited', { name }), help, href: `/staff/${id}`, action: t('see') });
  }
  const seats = libraries?.items.reduce((sum, { capacity }) => sum + capacity, 0) ?? 0;
  const inIndia = new Intl.NumberFormat('en-IN');
  return (
    <>
      <PageHeader title={t('greeting', { name: me.name })} />
      <div className="flex max-w-3xl flex-col gap-8 px-4 lg:px-8">
        <Queue title={t('queue')} calm={t('calm')} items={items}>
          {me.verified ? null : (
            <Words names={['profile']}>
              <VerifyNotice email={me.email} />
            </Words>
          )}
        </Queue>
        <Figures
          title={t('figures')}
          items={[
            ...(libraries
              ? [
                  { label: t('libraries'), value: inIndia.format(libraries.total ?? 1000), href: '/libraries' },
                  { label: t('seats'), value: inIndia.format(seats), href: '/libraries' },
                ]
              : []),
            ...(staff
              ? [{ label: t('staff'), value: inIndia.format(staff.total ?? 1000), href: '/staff?state=active' }]
              : []),
          ]}
        />
      </div>
    </>
  );
}
