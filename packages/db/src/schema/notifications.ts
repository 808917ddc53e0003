import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { oneOf } from './one-of.ts';
import { hangsOn, tenantTable } from './tenant-table.ts';
import { memberships } from './tenants.ts';
import { at } from './written.ts';

export const noticeCategories = ['tenant', 'library', 'subscription', 'security', 'system'] as const;
export const noticePriorities = ['low', 'medium', 'high', 'critical'] as const;

/** What a sentence of the message files needs. */
export type NoticeData = Readonly<Record<string, string | number | null>>;

// A row for each member who is told. Which member asks is no part of the claim, so that the wall keeps tenants apart and
// the verbs keep members apart: all of them go through `ofMember`.
export const notifications = tenantTable(
  'notifications',
  {
    memberId: uuid('member_id').notNull(),
    kind: text('kind').notNull(),
    category: text('category', { enum: noticeCategories }).notNull(),
    priority: text('priority', { enum: noticePriorities }).notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    data: jsonb('data').$type<NoticeData>().notNull().default({}),
    groupKey: text('group_key'),
    /** What made it: the same tells nobody twice. */
    cause: text('cause').notNull(),
    /** What was put together with it since. */
    more: text('more').array().notNull().default(sql`'{}'::text[]`),
    toldAt: at('told_at').notNull().defaultNow(),
    readAt: at('read_at'),
    clearedAt: at('cleared_at'),
    mailedAt: at('mailed_at'),
  },
  {
    tenant: { reads: 'own', changes: ['readAt', 'clearedAt'] },
    platform: { reads: 'own', changes: ['readAt', 'clearedAt'] },
    system: { reads: 'own', adds: true, changes: ['data', 'more', 'toldAt', 'mailedAt'] },
    kept: { for: '90 days', by: 'identity.tidy' },
    loose: { subjectId: 'a thing of any table, which the notice may outlive' },
    sample: (n) => ({
      kind: 'library.status',
      category: 'library' as const,
      priority: 'low' as const,
      subjectKind: 'library',
      subjectId: `subject-${n}`,
      cause: `cause-${n}`,
    }),
    keys: (t) => [
      unique('notifications_cause_key').on(t.tenantId, t.memberId, t.kind, t.cause),
      hangsOn('notifications_member_fkey', [t.tenantId, t.memberId], memberships),
      index('notifications_list_idx').on(t.tenantId, t.memberId, t.toldAt, t.id).where(sql`cleared_at is null`),
      index('notifications_unread_idx')
        .on(t.tenantId, t.memberId, t.toldAt, t.id)
        .where(sql`read_at is null and cleared_at is null`),
      index('notifications_group_idx').on(t.tenantId, t.memberId, t.groupKey).where(sql`group_key is not null`),
      index('notifications_told_at_idx').on(t.tenantId, t.toldAt),
      check('notifications_kind_check', sql`kind ~ '^[a-z]+[.][a-z_]+$'`),
      check('notifications_category_check', sql.raw(oneOf('category', noticeCategories))),
      check('notifications_priority_check', sql.raw(oneOf('priority', noticePriorities))),
      check('notifications_data_check', sql`jsonb_typeof(data) = 'object'`),
    ],
  },
);

const chosen = ['muted', 'byMail', 'quietFrom', 'quietTill'] as const;

// What a member has of all their notices: how many are unread, and of which kinds they want none. Whoever changes a
// notice locks this row first and says the number anew, so that it cannot drift; whoever reads it counts nothing.
export const inboxes = tenantTable(
  'inboxes',
  {
    memberId: uuid('member_id').notNull(),
    unread: integer('unread').notNull().default(0),
    muted: text('muted').array().notNull().default(sql`'{}'::text[]`),
    /** Where it is otherwise than of itself: which kinds come by mail too. */
    byMail: jsonb('by_mail').$type<Readonly<Record<string, boolean>>>().notNull().default({}),
    /** Of India's day: what is not urgent is mailed after it. */
    quietFrom: text('quiet_from'),
    quietTill: text('quiet_till'),
    version: integer('version').notNull().default(1),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  {
    tenant: { reads: 'own', adds: true, changes: ['unread', ...chosen, 'version', 'updatedAt'] },
    platform: { reads: 'own', adds: true, changes: ['unread', ...chosen, 'version', 'updatedAt'] },
    system: { reads: 'own', adds: true, changes: ['unread'] },
    trail: { of: 'notification', keeps: [...chosen, 'version'] },
    kept: 'as long as its tenant',
    sample: () => ({}),
    keys: (t) => [
      unique('inboxes_tenant_id_member_id_key').on(t.tenantId, t.memberId),
      hangsOn('inboxes_member_fkey', [t.tenantId, t.memberId], memberships),
      check('inboxes_unread_check', sql`unread >= 0`),
      check('inboxes_by_mail_check', sql`jsonb_typeof(by_mail) = 'object' and length(by_mail::text) <= 10000`),
      check('inboxes_quiet_check', sql`num_nulls(quiet_from, quiet_till) in (0, 2) and quiet_from <> quiet_till`),
      check('inboxes_quiet_from_check', sql`quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
      check('inboxes_quiet_till_check', sql`quiet_till ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
      check('inboxes_muted_check', sql`cardinality(muted) <= 200`),
    ],
  },
);
