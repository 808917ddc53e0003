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

const statuses = ['trial', 'active', 'suspended', 'expired'] as const;

export default async function Page() {
  const { api, me, may } = await session();
  const [t, locale, lists, invited] = await Promise.all([
    getTranslations('home'),
    getLocale(),
    may('tenants:read')
      ? Promise.all(statuses.map((status) => answer(api.tenants.list({ limit: 10, filters: { status } }))))
      : null,
    may('users:read') ? answer(api.platformStaff.list({ limit: 10, filters: { state: 'invited' } })) : null,
  ]);
  const [trial, active, suspended, expired] = lists ?? [];
  const items: QueueItem[] = [
    ...(expired?.items ?? []).map(({ id, name, city }) => ({
      key: id,
      title: t('expired', { name }),
      help: t('expiredHelp', { city: city ?? '–' }),
      href: `/tenants/${id}`,
      action: t('see'),
    })),
    ...(suspended?.items ?? []).map(({ id, name, city }) => ({
      key: id,
      title: t('suspended', { name }),
      help: t('suspendedHelp', { city: city ?? '–' }),
      href: `/tenants/${id}`,
      action: t('see'),
    })),
    ...(invited?.items ?? []).map(({ id, name, email, invitedAt }) => ({
      key: id,
      title: t('invited', { name }),
      help: t('invitedHelp', { day: dayText(locale, invitedAt), email }),
      href: `/staff/${id}`,
      action: t('see'),
    })),
  ];
  const inIndia = new Intl.NumberFormat('en-IN');
  const figure = (label: string, status: string, list: { total: number | null } | undefined) =>
    list ? [{ label, value: inIndia.format(list.total ?? 1000), href: `/tenants?status=${status}` }] : [];
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
        {lists ? (
          <Figures
            title={t('figures')}
            items={[
              ...figure(t('active'), 'active', active),
              ...figure(t('trial'), 'trial', trial),
              ...figure(t('suspendedTile'), 'suspended', suspended),
            ]}
          />
        ) : null}
      </div>
    </>
  );
}
