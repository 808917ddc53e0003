import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { libraries } from './libraries.ts';
import { oneOf } from './one-of.ts';
import { hangsOn, tenantKeyTable, tenantTable } from './tenant-table.ts';
import { letters, words } from './words.ts';
import { at, written } from './written.ts';

export const studentStates = ['active', 'inactive', 'suspended'] as const;
export const genders = ['female', 'male', 'other'] as const;
export const educations = ['school', 'college', 'competitive_exam'] as const;
export const slots = ['morning', 'afternoon', 'evening', 'night', 'full_day'] as const;
export const sources = ['walk_in', 'referral', 'board', 'search', 'other'] as const;
export const idKinds = ['aadhaar', 'pan', 'voter', 'driving_licence', 'passport', 'college_card'] as const;

// A phone is of one student of a business. Whoever shares it, a brother or a sister, was admitted knowingly, by a number
// of their own. `sought` and `phoneTail` are what a search reads: spellings and the last digits, kept by the verbs.
export const students = tenantTable(
  'students',
  {
    /** The library where they are enrolled now. */
    homeId: uuid('home_id').notNull(),
    code: text('code').notNull(),
    name: words('name').notNull(),
    phone: text('phone').notNull(),
    siblingNo: integer('sibling_no').notNull().default(0),
    otherPhone: text('other_phone'),
    email: text('email'),
    bornOn: date('born_on', { mode: 'string' }),
    gender: text('gender', { enum: genders }),
    address: text('address'),
    city: words('city'),
    state: text('state'),
    pincode: text('pincode'),
    education: text('education', { enum: educations }),
    course: words('course'),
    institution: words('institution'),
    slot: text('slot', { enum: slots }),
    guardianName: words('guardian_name'),
    guardianPhone: text('guardian_phone'),
    guardianRelation: text('guardian_relation'),
    source: text('source', { enum: sources }),
    language: text('language', { enum: ['en', 'hi'] })
      .notNull()
      .default('hi'),
    notes: text('notes'),
    labels: text('labels').array().notNull().default(sql`'{}'::text[]`),
    /** That it was seen, never what stands on it. */
    idKind: text('id_kind', { enum: idKinds }),
    idLast4: text('id_last4'),
    warning: text('warning'),
    warningTill: date('warning_till', { mode: 'string' }),
    status: text('status', { enum: studentStates }).notNull().default('active'),
    statusReason: text('status_reason'),
    removedAt: at('removed_at'),
    sought: letters('sought').notNull(),
    phoneTail: letters('phone_tail').notNull(),
    ...written(),
  },
  {
    tenant: { reads: 'own', adds: true, changes: { allBut: ['createdAt'] } },
    // What a job does to many at once, and to those of a register: what somebody is called and how to reach them it does not.
    system: {
      reads: 'own',
      adds: true,
      changes: [
        ...(['otherPhone', 'email', 'bornOn', 'gender', 'address', 'city', 'state', 'pincode', 'education'] as const),
        ...(['course', 'institution', 'slot', 'guardianName', 'guardianPhone', 'guardianRelation', 'notes'] as const),
        ...(['labels', 'status', 'statusReason', 'homeId', 'code', 'sought', 'removedAt'] as const),
        ...(['version', 'updatedAt'] as const),
      ],
    },
    trail: {
      of: 'student',
      keeps: { allBut: ['createdAt', 'updatedAt', 'sought', 'phoneTail'] },
      also: ['purpose', 'wording', 'through'],
    },
    kept: 'as long as its tenant',
    sample: (n) => ({
      name: `Student ${n}`,
      code: `S-${n}`,
      phone: `+9198765${String(40_000 + n)}`,
      sought: ` student ${n}`,
      phoneTail: String(40_000 + n),
    }),
    keys: (t) => [
      unique('students_tenant_id_code_key').on(t.tenantId, t.code),
      uniqueIndex('students_tenant_id_phone_key').on(t.tenantId, t.phone, t.siblingNo).where(sql`removed_at is null`),
      uniqueIndex('students_tenant_id_email_key').on(t.tenantId, t.email).where(sql`removed_at is null`),
      hangsOn('students_home_fkey', [t.tenantId, t.homeId], libraries),
      index('students_list_idx').on(t.tenantId, t.name, t.id).where(sql`removed_at is null`),
      index('students_home_idx').on(t.tenantId, t.homeId, t.name, t.id),
      index('students_status_idx').on(t.tenantId, t.status, t.id).where(sql`removed_at is null`),
      index('students_created_at_idx').on(t.tenantId, t.createdAt, t.id),
      index('students_phone_tail_idx').on(t.tenantId, t.phoneTail),
      check('students_phone_check', sql`phone ~ '^[+][1-9][0-9]{6,14}$'`),
      check('students_sibling_check', sql`sibling_no between 0 and 20`),
      check('students_gender_check', sql.raw(oneOf('gender', genders))),
      check('students_education_check', sql.raw(oneOf('education', educations))),
      check('students_slot_check', sql.raw(oneOf('slot', slots))),
      check('students_source_check', sql.raw(oneOf('source', sources))),
      check('students_language_check', sql`language in ('en', 'hi')`),
      check('students_labels_check', sql`cardinality(labels) <= 20`),
      check('students_id_check', sql`(id_kind is null) = (id_last4 is null) and id_last4 ~ '^[0-9A-Z]{4}$'`),
      check('students_id_kind_check', sql.raw(oneOf('id_kind', idKinds))),
      check('students_warning_check', sql`warning_till is null or warning is not null`),
      check('students_status_check', sql.raw(oneOf('status', studentStates))),
      check('students_suspended_check', sql`status <> 'suspended' or status_reason is not null`),
    ],
  },
);

// That somebody belongs, or once belonged, to a library: what happens there, bookings and money, hangs on it.
export const enrolments = tenantTable(
  'enrolments',
  {
    libraryId: uuid('library_id').notNull(),
    studentId: uuid('student_id').notNull(),
    code: text('code').notNull(),
    enrolledOn: date('enrolled_on', { mode: 'string' })
      .notNull()
      .default(sql`(now() at time zone 'Asia/Kolkata')::date`),
  },
  {
    tenant: { reads: 'own', adds: true },
    system: { reads: 'own', adds: true },
    kept: 'as long as its tenant',
    sample: (n) => ({ code: `S-${n}` }),
    keys: (t) => [
      unique('enrolments_tenant_id_code_key').on(t.tenantId, t.code),
      unique('enrolments_student_key').on(t.tenantId, t.studentId, t.libraryId),
      // For what will hang on one: its library is that of its student's enrolment, and no other.
      unique('enrolments_library_key').on(t.tenantId, t.libraryId, t.id),
      hangsOn('enrolments_student_fkey', [t.tenantId, t.studentId], students),
      foreignKey({
        name: 'enrolments_library_fkey',
        columns: [t.tenantId, t.libraryId],
        foreignColumns: [libraries.tenantId, libraries.id],
      }),
    ],
  },
);

// Where a search begins: a row for each word of `sought`, then a space and the student's id. Triggers keep them so.
export const studentWords = tenantKeyTable(
  'student_words',
  { key: letters('key').notNull(), studentId: uuid('student_id').notNull() },
  {
    tenant: { reads: 'own', adds: true },
    system: { reads: 'own', adds: true },
    kept: { for: 'as long as somebody is called so', by: 'wall.drop_words' },
    sample: (n) => ({ key: `word-${n}`, studentId: '00000000-0000-7000-8000-000000000000' }),
    loose: {
      tenantId: 'that of the student, by the trigger which writes it',
      studentId: 'the trigger of that very row writes it, and a look-up for each word would add nothing',
    },
  },
);
