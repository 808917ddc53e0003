import { and, inArray, isNull, type SQL } from '@studyspot/db/query';
import { notifications } from '@studyspot/db/schema/notifications';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { holdInbox, ofMember, stillUnread, tellPerson, tellUnread } from './guards.ts';

type Marks = Partial<Pick<typeof notifications.$inferInsert, 'readAt' | 'clearedAt'>>;

interface Chosen {
  ids: readonly string[];
}

const chosen = ({ ids }: Chosen) => inArray(notifications.id, [...ids]);

/** Those of others are as if they were not there. Some of one's own may have gone meanwhile. */
async function mustBeOwn({ db, actor }: ChangeScope, input: Chosen): Promise<void> {
  const [own] = await db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(ofMember(actor.membershipId), chosen(input)))
    .limit(1);
  if (!own) throw new AppError('not_found');
}

/** One's own alone, and told to one's other tabs. */
export async function markNotices({ db, actor }: ChangeScope, event: string, which: SQL | undefined, values: Marks) {
  await holdInbox(db, actor.membershipId);
  await db
    .update(notifications)
    .set(values)
    .where(and(ofMember(actor.membershipId), which));
  const unread = await tellUnread(db, actor.membershipId);
  tellPerson(db, event, actor.userId);
  return { unread };
}

export async function readNotices(scope: ChangeScope, input: Chosen) {
  await mustBeOwn(scope, input);
  const readAt = scope.services.clock.now();
  return markNotices(scope, 'read', and(chosen(input), isNull(notifications.readAt)), { readAt });
}

export const readAllNotices = (scope: ChangeScope) =>
  markNotices(scope, 'read', stillUnread, { readAt: scope.services.clock.now() });

export async function clearNotices(scope: ChangeScope, input: Chosen) {
  await mustBeOwn(scope, input);
  const clearedAt = scope.services.clock.now();
  return markNotices(scope, 'cleared', and(chosen(input), isNull(notifications.clearedAt)), { clearedAt });
}

/** Undoes a clearing. */
export async function restoreNotices(scope: ChangeScope, input: Chosen) {
  await mustBeOwn(scope, input);
  return markNotices(scope, 'restored', chosen(input), { clearedAt: null });
}
