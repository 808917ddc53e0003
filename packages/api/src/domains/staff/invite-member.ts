import { invite } from '@studyspot/db/invite';
import { and, count, eq, isNull } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { insertRow, writeVersioned } from '../../procedures/write.ts';
import { takeMailRoom } from '../identity/link/limit-mails.ts';
import { lockStaff, mayGrant } from './guards.ts';
import { toMember } from './member-row.ts';
import type { invitePlatformStaffInput, inviteStaffInput, member } from './schema.ts';

type Input = z.output<typeof inviteStaffInput> | z.output<typeof invitePlatformStaffInput>;
type Invited = z.input<typeof member>;

/** The invitation counts for nothing until its person accepts it; the worker mails it. */
export async function inviteMember({ db, actor, services, request }: ChangeScope, input: Input): Promise<Invited> {
  const { email, name, role, added, removed } = input;
  mayGrant(actor, null, { role, added, removed });
  await lockStaff(db, actor);
  await mustHaveRoom(db, actor);
  const userId = await invite(db, { email, name, locale: request.locale });
  const ofPerson = and(eq(memberships.userId, userId), eq(memberships.tenantKind, actor.tenantKind));
  const [known] = await db.select().from(memberships).where(ofPerson);
  if (known && !known.removedAt)
    throw new AppError('already_exists', { fields: [{ path: 'email', message: 'member' }] });
  takeMailRoom({ services, actor }, email);
  // only the platform's staff has departments, and only its login may write them
  const rights = { role, added, removed, ...('department' in input && { department: input.department }) };
  const invitedBy = actor.userId;
  const again = { ...rights, invitedBy, invitedAt: services.clock.now(), removedAt: null };
  const { row } = known
    ? await writeVersioned(db, memberships, known, 'member.invited', again)
    : await insertRow(
        db,
        memberships,
        { ...rights, invitedBy, userId, tenantKind: actor.tenantKind, name, email },
        'member.invited',
      );
  return toMember(row, actor);
}

async function mustHaveRoom(db: ChangeScope['db'], actor: ChangeScope['actor']): Promise<void> {
  // A plan is what a library has; the platform's own staff is not counted.
  if (actor.tenantKind === 'platform') return;
  const [present] = await db.select({ all: count() }).from(memberships).where(isNull(memberships.removedAt));
  if ((present?.all ?? 0) >= actor.limits.staff)
    throw new AppError('limit_exceeded', { details: { limit: actor.limits.staff } });
}
