import { and, isNull, sql } from '@studyspot/db/query';
import { notifications } from '@studyspot/db/schema/notifications';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { columnsOf, listOf } from '../../procedures/list-of.ts';
import { ofMember, stillUnread } from './guards.ts';
import { type listNoticesInput, notice } from './schema.ts';

const many = sql<number>`1 + cardinality(${notifications.more})`;
const fields = columnsOf(notifications, notice, { many });

/** One's own, the newest first. */
export async function listNotices({ db, actor }: ReadScope, input: z.output<typeof listNoticesInput>) {
  const { unread, ...page } = input;
  const { membershipId } = await actor();
  const request = { ...page, filters: {}, sort: { by: 'toldAt' as const, descending: true } };
  const where = and(ofMember(membershipId), unread ? stillUnread : isNull(notifications.clearedAt));
  return listOf(db, request, { table: notifications, fields, where });
}
