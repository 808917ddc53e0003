import { countText, nothingToday, type Today } from '@studyspot/portal/home/today-page';
import { answer } from '@studyspot/portal/shell/answer';
import { waitingFor } from '@studyspot/portal/staff/staff-today';
import { getTranslations } from 'next-intl/server';
import type { Session } from '../../shell/session.ts';

export async function staffToday({ api, may }: Session): Promise<Today> {
  if (!may('users:read')) return nothingToday;
  const [t, active, invited] = await Promise.all([
    getTranslations('home'),
    answer(api.staff.list({ limit: 1, filters: { state: 'active' } })),
    answer(api.staff.list({ limit: 20, filters: { state: 'invited' } })),
  ]);
  return {
    items: await waitingFor(invited.items),
    figures: [{ label: t('staff'), value: countText(active.total), href: '/staff?state=active' }],
  };
}
