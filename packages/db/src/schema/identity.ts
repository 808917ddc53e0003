import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { oneOf } from './one-of.ts';
import { keptTable } from './tenant-table.ts';
import { words } from './words.ts';
import { at } from './written.ts';

// No login may read these three: everything goes through the functions of the schema `identity`.
export const users = keptTable(
  'users',
  {
    // Random, not uuidv7: the time in an id would tell whether an invited mail was new.
    id: uuid('id').primaryKey().defaultRandom(),
    email: text('email').notNull().unique('users_email_key'),
    name: words('name').notNull(),
    phone: text('phone'),
    locale: text('locale').notNull().default('en'),
    passwordHash: text('password_hash'),
    active: boolean('active').notNull().default(true),
    verifiedAt: at('verified_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  {
    gate: ['id', 'name', 'active'],
    identity: {
      reads: true,
      adds: ['email', 'name', 'locale'],
      changes: ['email', 'name', 'phone', 'locale', 'passwordHash', 'verifiedAt', 'updatedAt'],
    },
    kept: 'for ever',
    sample: (n) => ({ email: `person-${n}@example.test`, name: `Person ${n}` }),
    keys: (t) => [
      check('users_email_check', sql`${t.email} = lower(${t.email}) and length(${t.email}) between 3 and 254`),
      check('users_name_check', sql`length(${t.name}) between 1 and 200`),
      check('users_locale_check', sql`${t.locale} in ('en', 'hi')`),
    ],
  },
);

export const sessions = keptTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    portal: text('portal').notNull(),
    seed: bytes('seed').notNull(),
    secretHash: bytes('secret_hash').notNull(),
    previousHash: bytes('previous_hash'),
    generation: integer('generation').notNull().default(0),
    rotatedAt: at('rotated_at').notNull().defaultNow(),
    previousUntil: at('previous_until'),
    confirmAfter: at('confirm_after'),
    confirmedAt: at('confirmed_at'),
    accessEndsAt: at('access_ends_at').notNull(),
    idleDays: integer('idle_days').notNull(),
    idleEndsAt: at('idle_ends_at').notNull(),
    endsAt: at('ends_at').notNull(),
    forTenant: uuid('for_tenant'),
    libraryId: uuid('library_id'),
    address: text('address'),
    agent: text('agent'),
    device: text('device'),
    createdAt: at('created_at').notNull().defaultNow(),
    endedAt: at('ended_at'),
    endReason: text('end_reason'),
  },
  {
    gate: [
      ...(['id', 'userId', 'portal', 'secretHash', 'previousHash', 'previousUntil', 'confirmAfter'] as const),
      ...(['confirmedAt', 'accessEndsAt', 'idleEndsAt', 'endsAt', 'forTenant', 'libraryId', 'endedAt'] as const),
    ],
    identity: { reads: true, adds: true, changes: true, removes: true },
    kept: { for: '30 days after its end', by: 'identity.tidy' },
    loose: { libraryId: 'the gate compares it with the membership at each call' },
    sample: (n) => ({
      portal: 'owner',
      seed: Uint8Array.of(n % 256),
      secretHash: new Uint8Array(32).fill(n),
      accessEndsAt: new Date('2030-01-01'),
      idleDays: 7,
      idleEndsAt: new Date('2030-01-01'),
      endsAt: new Date('2030-01-01'),
    }),
    keys: (t) => [
      index('sessions_user_id_idx').on(t.userId, t.createdAt),
      index('sessions_over_at_idx').on(sql`least(ends_at, idle_ends_at, coalesce(ended_at, ends_at))`),
      check('sessions_portal_check', sql`${t.portal} in ('owner', 'admin')`),
      check('sessions_secret_check', sql`octet_length(${t.secretHash}) = 32`),
      check('sessions_ended_check', sql`(${t.endedAt} is null) = (${t.endReason} is null)`),
    ],
  },
);

export const oneTimeTokens = keptTable(
  'one_time_tokens',
  {
    tokenHash: bytes('token_hash').primaryKey(),
    purpose: text('purpose').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    forTenant: uuid('for_tenant'),
    membershipId: uuid('membership_id'),
    data: text('data'),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  {
    identity: { reads: true, adds: true, changes: ['usedAt', 'tokenHash'], removes: true },
    kept: { for: 'a day after its end', by: 'identity.tidy' },
    loose: { membershipId: 'of the tenant in for_tenant, looked up with it when the token is used' },
    sample: (n) => ({
      tokenHash: new Uint8Array(32).fill(n),
      purpose: 'reset',
      expiresAt: new Date('2030-01-01'),
    }),
    keys: (t) => [
      index('one_time_tokens_user_id_idx').on(t.userId, t.purpose),
      index('one_time_tokens_expires_at_idx').on(t.expiresAt),
      check('one_time_tokens_purpose_check', sql`${t.purpose} in ('reset', 'verify', 'invite', 'device', 'email')`),
      check('one_time_tokens_hash_check', sql`octet_length(${t.tokenHash}) = 32`),
      check(
        'one_time_tokens_invite_check',
        sql`(${t.purpose} <> 'invite') or (${t.forTenant} is not null and ${t.membershipId} is not null)`,
      ),
    ],
  },
);

export const letterPurposes = ['reset', 'device', 'verify', 'email', 'passwordChanged', 'emailChanged'] as const;
/** What became of a letter: sent; not taken for its address, or at all; taken without a word; no server for a day. */
export const letterFates = ['sent', 'address', 'refused', 'unsure', 'away'] as const;

/** What identity has to write to a person: a job names it and tells nothing of it. */
export const letters = keptTable(
  'letters',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    purpose: text('purpose', { enum: letterPurposes }).notNull(),
    /** Where its link leads. */
    portal: text('portal').notNull(),
    /** Which device may pass; or the address that is asked for, or was given up. */
    data: text('data'),
    createdAt: at('created_at').notNull().defaultNow(),
    fate: text('fate', { enum: letterFates }),
    endedAt: at('ended_at'),
  },
  {
    identity: { reads: true, adds: true, changes: ['data', 'fate', 'endedAt'], removes: true },
    kept: { for: '30 days', by: 'identity.letter_due' },
    sample: () => ({ purpose: 'reset' as const, portal: 'owner' }),
    keys: (t) => [
      index('letters_created_at_idx').on(t.createdAt),
      index('letters_user_id_idx').on(t.userId, t.createdAt),
      index('letters_ended_at_idx').on(t.endedAt),
      index('letters_lost_idx').on(t.endedAt).where(sql`fate <> 'sent'`),
      check('letters_purpose_check', sql.raw(oneOf('purpose', letterPurposes))),
      check('letters_portal_check', sql`portal in ('owner', 'admin')`),
      check('letters_data_check', sql`length(data) <= 254`),
      check('letters_fate_check', sql.raw(oneOf('fate', letterFates))),
      check('letters_ended_check', sql`(fate is null) = (ended_at is null)`),
    ],
  },
);
