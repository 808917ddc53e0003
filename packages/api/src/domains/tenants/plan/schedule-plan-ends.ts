import { tenants as table } from '@studyspot/db/schema/tenants';
import { scheduleOfEach } from '../../../work/say.ts';
import { notify } from '../../notifications/notify.ts';
import { tenants } from '../domain.ts';
import { planEnds } from './rules.ts';

/** Each morning the owner hears of a trial or plan that ends: a week, three days and a day before, and on the day. */
export const schedulePlanEnds = scheduleOfEach({
  at: '09:00',
  run: async (scope) => {
    const [tenant] = await scope.db.select().from(table);
    const ends = tenant && planEnds(tenant, new Date());
    if (!ends) return;
    const day = ends.at.toISOString();
    await notify(scope, {
      kind: 'plan.ends',
      about: tenants.notices['plan.ends'],
      cause: `${day} ${ends.time}`,
      subject: { kind: 'plan', id: tenant.id },
      data: { days: ends.days, of: tenant.status },
    });
  },
});
