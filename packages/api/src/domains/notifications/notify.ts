import { and, eq, gte, inArray, isNotNull, isNull, ne, sql } from '@studyspot/db/query';
import { type NoticeData, notifications } from '@studyspot/db/schema/notifications';
import { memberships } from '@studyspot/db/schema/tenants';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import { beginJob } from '../../work/begin-job.ts';
import type { NoticeKind } from '../domain.ts';
import { holdInbox, ofMember, stillUnread, tellPerson, tellUnread } from './guards.ts';
import { jobNoticeMail } from './job-notice-mail.ts';
import { isMailed, isUrgent, mayBeOff, quietUntil, type Wishes } from './rules.ts';

export interface Notice {
  kind: string;
  about: NoticeKind;
  /** What made it, such as the id of an event: the same is told nobody twice. */
  cause: string;
  /** Where it leads. */
  subject: { kind: string; id: string };
  data: NoticeData;
  /** Those of one key that are unread and of this day become one, which says how many they are. */
  group?: string;
  /** Members of these users, in place of those whom the kind concerns. */
  to?: readonly string[];
  /** Whoever did it knows. */
  except?: string | null;
  /** Members of another library are not told. */
  library?: string | null;
}

type Told = Pick<typeof memberships.$inferSelect, 'id' | 'userId' | 'libraryId'>;

/** Who works here and is concerned, in one order, so that two who tell the same people never wait for each other. */
async function toldBy(db: ChangeHandle, { about, to, except, library }: Notice): Promise<Told[]> {
  const { id, userId, libraryId, role, acceptedAt, removedAt } = memberships;
  const rows = await db
    .select({ id, userId, libraryId })
    .from(memberships)
    .where(
      and(
        to ? inArray(userId, [...to]) : inArray(role, [...about.who]),
        isNotNull(acceptedAt),
        isNull(removedAt),
        except ? ne(userId, except) : undefined,
      ),
    )
    .orderBy(id);
  return rows.filter((row) => row.libraryId === null || !library || row.libraryId === library);
}

// A line says how many it is; the whole of them is written anew with each.
const MOST_OF_GROUP = 200;
const hasRoom = sql`cardinality(${notifications.more}) < ${MOST_OF_GROUP}`;
const READ_FIRST_MS = 120_000;
const ONE_GROUP_MS = 24 * 3_600_000;

/** A line in the inbox of everyone whom it concerns and who wants it; done twice it tells nothing new. */
export async function notify({ db }: { db: ChangeHandle }, notice: Notice): Promise<number> {
  let told = 0;
  for (const { id, userId } of await toldBy(db, notice)) {
    const inbox = await holdInbox(db, id);
    if (mayBeOff(notice.about) && inbox.muted.includes(notice.kind)) continue;
    const joined = await joinGroup(db, id, notice);
    const made = joined ?? (await add(db, id, notice));
    if (made === null || made === 'known') continue;
    await tellUnread(db, id);
    tellPerson(db, 'told', userId);
    if (isMailed(notice.kind, notice.about, inbox.byMail)) await beginMail(db, made, notice.about, inbox);
    told += 1;
  }
  return told;
}

/** Not at once: what is read meanwhile needs no mail. One for all of a group that come until then. */
async function beginMail(db: ChangeHandle, notice: string, about: NoticeKind, wishes: Wishes): Promise<void> {
  const now = Date.now();
  const dueAt = isUrgent(about) ? undefined : (quietUntil(wishes, new Date(now)) ?? new Date(now + READ_FIRST_MS));
  await beginJob({ db }, 'jobNoticeMail', jobNoticeMail, { notice }, { key: notice, ...(dueAt && { dueAt }) });
}

async function add(db: ChangeHandle, memberId: string, notice: Notice): Promise<string | null> {
  const { kind, about, cause, subject, data, group } = notice;
  const { category, priority } = about;
  const [row] = await db
    .insert(notifications)
    .values({
      ...{ memberId, kind, category, priority, cause, data },
      ...{ subjectKind: subject.kind, subjectId: subject.id, groupKey: group ?? null },
    })
    .onConflictDoNothing()
    .returning({ id: notifications.id });
  return row?.id ?? null;
}

/** Null where there is no group yet. */
async function joinGroup(db: ChangeHandle, memberId: string, notice: Notice): Promise<string | 'known' | null> {
  const { kind, cause, data, group } = notice;
  if (group === undefined) return null;
  const inGroup = and(ofMember(memberId), eq(notifications.kind, kind), eq(notifications.groupKey, group));
  const [known] = await db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(inGroup, sql`(${notifications.cause} = ${cause} or ${cause} = any(${notifications.more}))`));
  if (known) return 'known';
  const [joined] = await db
    .update(notifications)
    .set({ more: sql`${notifications.more} || ${cause}::text`, data, toldAt: sql`now()` })
    .where(and(inGroup, stillUnread, hasRoom, gte(notifications.toldAt, new Date(Date.now() - ONE_GROUP_MS))))
    .returning({ id: notifications.id });
  return joined?.id ?? null;
}
