import { sql } from 'drizzle-orm';
import { check, foreignKey, index, text, unique, uuid } from 'drizzle-orm/pg-core';
import { oneOf } from './one-of.ts';
import { tenantTable } from './tenant-table.ts';
import { memberships, tenants } from './tenants.ts';
import { words } from './words.ts';
import { at, written } from './written.ts';

export const importances = ['info', 'warning'] as const;

// The platform's own, as its settings are. Tenants hold nothing of it: what concerns them `wall.board` shows.
export const announcements = tenantTable(
  'announcements',
  {
    name: words('name').notNull(),
    body: text('body').notNull(),
    nameHi: words('name_hi'),
    bodyHi: text('body_hi'),
    importance: text('importance', { enum: importances }).notNull().default('info'),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    /** Which tenants; all of them where none is named. */
    audience: uuid('audience').array(),
    publishedAt: at('published_at'),
    /** When open pages were told that it has begun. */
    toldAt: at('told_at'),
    endedAt: at('ended_at'),
    removedAt: at('removed_at'),
    ...written(),
  },
  {
    platform: { reads: 'own', adds: true, changes: { allBut: ['createdAt'] } },
    system: { reads: 'own', changes: ['toldAt'] },
    gate: [
      ...(['tenantId', 'id', 'name', 'body', 'nameHi', 'bodyHi', 'importance', 'startsAt', 'endsAt'] as const),
      ...(['audience', 'publishedAt', 'endedAt'] as const),
    ],
    // When it was published, ended or removed its events say.
    trail: {
      of: 'announcement',
      keeps: ['name', 'body', 'nameHi', 'bodyHi', 'importance', 'startsAt', 'endsAt', 'audience', 'version'],
    },
    kept: 'for ever',
    sample: (n) => ({
      name: `Announcement ${n}`,
      body: 'The portals are under repair on Sunday from 2 to 4 in the morning.',
      startsAt: new Date('2026-01-01'),
      endsAt: new Date('2100-01-01'),
    }),
    keys: (t) => [
      foreignKey({ name: 'announcements_tenant_fkey', columns: [t.tenantId], foreignColumns: [tenants.id] }),
      index('announcements_tenant_id_created_at_idx').on(t.tenantId, t.createdAt, t.id),
      check('announcements_name_check', sql`length(name) between 1 and 120 and length(name_hi) between 1 and 120`),
      check('announcements_body_check', sql`length(body) between 1 and 2000 and length(body_hi) between 1 and 2000`),
      check('announcements_importance_check', sql.raw(oneOf('importance', importances))),
      check('announcements_ends_check', sql`ends_at > starts_at`),
      check('announcements_audience_check', sql`cardinality(audience) between 1 and 50`),
      // Only what was published has ended, and only what never was is thrown away.
      check(
        'announcements_state_check',
        sql`(ended_at is null or published_at is not null) and (removed_at is null or published_at is null)`,
      ),
    ],
  },
);

// A row for each member who has read one. That it is on their board is for the verb to see: whoever writes more only adds
// to a number, and only for members of their own.
export const announcementReads = tenantTable(
  'announcement_reads',
  {
    memberId: uuid('member_id').notNull(),
    announcementId: uuid('announcement_id').notNull(),
    readAt: at('read_at').notNull().defaultNow(),
  },
  {
    tenant: { reads: 'own', adds: true },
    gate: ['tenantId', 'memberId', 'announcementId'],
    kept: 'as long as its tenant',
    loose: { announcementId: 'of the platform, whose rows no key of a tenant leads to' },
    sample: () => ({ announcementId: '00000000-0000-4000-8000-00000000a001' }),
    keys: (t) => [
      unique('announcement_reads_once_key').on(t.tenantId, t.memberId, t.announcementId),
      foreignKey({
        name: 'announcement_reads_member_fkey',
        columns: [t.tenantId, t.memberId],
        foreignColumns: [memberships.tenantId, memberships.id],
      }),
      index('announcement_reads_of_idx').on(t.announcementId, t.tenantId),
    ],
  },
);
