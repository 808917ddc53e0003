import { isDeepStrictEqual } from 'node:util';
import { eq } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import { subscriber } from '../../../work/say.ts';
import { notify } from '../../notifications/notify.ts';
import { staff } from '../domain.ts';

const rightsOf = (row: Readonly<Record<string, unknown>> | null) => [row?.['role'], row?.['added'], row?.['removed']];

/** Whoever invites waits for it; whoever may do more or less hears who decided it; of one who has gone the others do. */
export const onMemberChanged = subscriber({
  events: ['membership.accepted', 'member.updated', 'member.removed'],
  run: async (scope, { id, name, subject, actorId, actorName, before, after }) => {
    const [member] = await scope.db.select().from(memberships).where(eq(memberships.id, subject.id));
    if (!member) return;
    const data = { name: member.name, by: actorName };
    if (name === 'membership.accepted') {
      const about = staff.notices['member.accepted'];
      const accepted = { kind: 'member.accepted', about, cause: id, subject, data };
      await notify(scope, { ...accepted, except: member.userId });
      if (member.invitedBy) await notify(scope, { ...accepted, to: [member.invitedBy] });
    } else if (name === 'member.removed') {
      const about = staff.notices['member.removed'];
      await notify(scope, { kind: 'member.removed', about, cause: id, subject, data, except: actorId });
    } else if (!isDeepStrictEqual(rightsOf(before), rightsOf(after))) {
      const about = staff.notices['member.rights'];
      const own = { kind: 'person', id: member.userId };
      await notify(scope, { kind: 'member.rights', about, cause: id, subject: own, data, to: [member.userId] });
    }
  },
});
