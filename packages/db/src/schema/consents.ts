import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, text, unique, uuid } from 'drizzle-orm/pg-core';
import { oneOf } from './one-of.ts';
import { students } from './students.ts';
import { hangsOn, tenantTable } from './tenant-table.ts';
import { memberships } from './tenants.ts';
import { at } from './written.ts';

export const consentPurposes = ['records', 'messages', 'guardian', 'photo'] as const;
export const consentWays = ['form', 'paper', 'message'] as const;
export const consentGivers = ['student', 'guardian'] as const;

// What somebody has agreed to. Nothing of it is ever changed: that it was taken back is a fact of its own.
export const consents = tenantTable(
  'consents',
  {
    studentId: uuid('student_id').notNull(),
    purpose: text('purpose', { enum: consentPurposes }).notNull(),
    /** Which wording they agreed to, and in which language. */
    wording: text('wording').notNull(),
    language: text('language', { enum: ['en', 'hi'] }).notNull(),
    through: text('through', { enum: consentWays }).notNull(),
    givenBy: text('given_by', { enum: consentGivers }).notNull(),
    guardianName: text('guardian_name'),
    guardianRelation: text('guardian_relation'),
    givenOn: date('given_on', { mode: 'string' }).notNull(),
    /** Who wrote it down. */
    memberId: uuid('member_id').notNull(),
    memberName: text('member_name').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  {
    tenant: { reads: 'own', adds: true },
    kept: 'as long as its tenant',
    sample: () => ({
      ...({ purpose: 'records', wording: '2026-11', language: 'en', through: 'form', givenBy: 'student' } as const),
      ...{ givenOn: '2026-11-01', memberName: 'Asha' },
    }),
    keys: (t) => [
      index('consents_student_idx').on(t.tenantId, t.studentId, t.id),
      hangsOn('consents_student_fkey', [t.tenantId, t.studentId], students),
      foreignKey({
        name: 'consents_member_fkey',
        columns: [t.tenantId, t.memberId],
        foreignColumns: [memberships.tenantId, memberships.id],
      }),
      check('consents_purpose_check', sql.raw(oneOf('purpose', consentPurposes))),
      check('consents_wording_check', sql`wording ~ '^[0-9]{4}-[0-9]{2}$'`),
      check('consents_language_check', sql`language in ('en', 'hi')`),
      check('consents_through_check', sql.raw(oneOf('through', consentWays))),
      check('consents_given_by_check', sql.raw(oneOf('given_by', consentGivers))),
      check(
        'consents_guardian_check',
        sql`(given_by = 'guardian') = (guardian_name is not null and guardian_relation is not null)`,
      ),
      check('consents_given_on_check', sql`given_on between '2000-01-01' and '2199-12-31'`),
    ],
  },
);

/** A consent is taken back once. */
export const consentWithdrawals = tenantTable(
  'consent_withdrawals',
  {
    consentId: uuid('consent_id').notNull(),
    through: text('through', { enum: consentWays }).notNull(),
    withdrawnOn: date('withdrawn_on', { mode: 'string' }).notNull(),
    memberId: uuid('member_id').notNull(),
    memberName: text('member_name').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  {
    tenant: { reads: 'own', adds: true },
    kept: 'as long as its tenant',
    sample: () => ({ ...({ through: 'form' } as const), withdrawnOn: '2026-11-02', memberName: 'Asha' }),
    keys: (t) => [
      unique('consent_withdrawals_once_key').on(t.tenantId, t.consentId),
      hangsOn('consent_withdrawals_consent_fkey', [t.tenantId, t.consentId], consents),
      foreignKey({
        name: 'consent_withdrawals_member_fkey',
        columns: [t.tenantId, t.memberId],
        foreignColumns: [memberships.tenantId, memberships.id],
      }),
      check('consent_withdrawals_through_check', sql.raw(oneOf('through', consentWays))),
      check('consent_withdrawals_withdrawn_on_check', sql`withdrawn_on between '2000-01-01' and '2199-12-31'`),
    ],
  },
);
