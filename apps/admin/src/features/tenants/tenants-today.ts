import type { TENANT_STATUSES } from '@studyspot/api/domains/tenants/schema';
import { countText, nothingToday, type Today } from '@studyspot/portal/home/today-page';
import { answer } from '@studyspot/portal/shell/answer';
import { getTranslations } from 'next-intl/server';
import type { Session } from '../../shell/session.ts';

export async function tenantsToday({ api, may }: Session): Promise<Today> {
  if (!may('tenants:read')) return nothingToday;
  const listOf = (status: (typeof TENANT_STATUSES)[number]) =>
    answer(api.tenants.list({ limit: 10, filters: { status } }));
  const [t, trial, active, suspended, expired] = await Promise.all([
    getTranslations('home'),
    listOf('trial'),
    listOf('active'),
    listOf('suspended'),
    listOf('expired'),
  ]);
  const stopped = (word: 'expired' | 'suspended', { items }: typeof trial) =>
    items.map(({ id, name, city }) => ({
      key: id,
      title: t(word, { name }),
      help: t(`${word}Help`, { city: city ?? '–' }),
      href: `/tenants/${id}`,
      action: t('see'),
    }));
  const figure = (word: string, status: string, { total }: typeof trial) => ({
    label: t(word),
    value: countText(total),
    href: `/tenants?status=${status}`,
  });
  return {
    items: [...stopped('expired', expired), ...stopped('suspended', suspended)],
    figures: [
      figure('active', 'active', active),
      figure('trial', 'trial', trial),
      figure('suspendedTile', 'suspended', suspended),
    ],
  };
}
