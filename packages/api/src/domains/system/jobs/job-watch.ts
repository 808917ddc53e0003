import { and, isNotNull, isNull, sql } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import * as z from 'zod/mini';
import { permissionsOf } from '../../../permissions/table.ts';
import { job, type WorkScope } from '../../../work/say.ts';
import { notify } from '../../notifications/notify.ts';
import { system } from '../domain.ts';
import { getHealth } from './get-health.ts';
import { alarmsOf, alarmsTurned, TROUBLES } from './rules.ts';
import { health } from './schema.ts';

/** The trail itself says which are on: of each the last word. */
async function alarmsOn({ db }: WorkScope): Promise<string[]> {
  const rows = await db.run(sql`
    select k.kind from unnest(string_to_array(${TROUBLES.join(' ')}, ' ')) k(kind)
      where (select e.name from domain_events e where e.tenant_id = current_setting('app.tenant_id')::uuid
        and e.subject_kind = 'alarm' and e.subject_id = k.kind order by e.id desc limit 1) = 'alarm.raised'`);
  return rows.map((row) => String(row['kind']));
}

async function whoMayLook({ db }: WorkScope): Promise<string[]> {
  const { userId, role, added, removed, acceptedAt, removedAt } = memberships;
  const rows = await db
    .select({ userId, role, added, removed })
    .from(memberships)
    .where(and(isNotNull(acceptedAt), isNull(removedAt)));
  return rows.filter((row) => permissionsOf(row).includes('system:health')).map((row) => row.userId);
}

/** Tells whoever may look at the health what is stuck: once when it begins, and again only after it was well. */
export const jobWatch = job({
  payload: z.object({}),
  async run(scope) {
    const found = z.parse(health, await getHealth(scope));
    // Whoever looks here is a worker: that there is none is seen by the portals.
    const alarms = alarmsOf(found).filter((alarm) => alarm !== 'worker');
    const { raised, cleared } = alarmsTurned(await alarmsOn(scope), alarms);
    for (const id of cleared) scope.db.record({ name: 'alarm.cleared', subject: { kind: 'alarm', id } });
    if (raised.length === 0) return;
    const to = await whoMayLook(scope);
    for (const id of raised) {
      const subject = { kind: 'alarm', id };
      scope.db.record({ name: 'alarm.raised', subject });
      const about = system.notices['system.stuck'];
      const told = { kind: 'system.stuck', about, subject, data: { trouble: id }, group: id, to };
      await notify(scope, { ...told, cause: `${id} ${found.now}` });
    }
  },
});
