import { nothingToday, type Today } from '@studyspot/portal/home/today-page';
import { answer } from '@studyspot/portal/shell/answer';
import { waitingFor } from '@studyspot/portal/staff/staff-today';
import type { Session } from '../../shell/session.ts';

export async function staffToday({ api, may }: Session): Promise<Today> {
  if (!may('users:read')) return nothingToday;
  const invited = await answer(api.platformStaff.list({ limit: 10, filters: { state: 'invited' } }));
  return { items: await waitingFor(invited.items), figures: [] };
}
