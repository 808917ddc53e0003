import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { DomainExamples, Examples } from '../../testing/example.ts';
import type { studentsRouter } from './router.ts';
import type { createStudentInput } from './schema.ts';

export function newStudent(homeId: string, phone: string) {
  return {
    requestKey: randomUUID(),
    ...{ name: 'Ravi Kumar', phone, homeId, otherPhone: null, email: '', bornOn: '2004-05-06', gender: 'male' },
    ...{ address: '', city: 'Jaipur', state: 'RJ', pincode: '302 001', education: 'competitive_exam' },
    ...{ course: 'RAS', institution: '', slot: 'morning', guardianName: '', guardianPhone: null },
    ...{ guardianRelation: '', source: 'walk_in', language: 'hi', labels: ['Topper'], idKind: null, idLast4: null },
    ...{ warning: '', warningTill: null, notes: '' },
  } satisfies z.input<typeof createStudentInput>;
}

const all = ['owner', 'manager', 'staff'] as const;

const studentsExamples: Examples<typeof studentsRouter> = {
  list: { who: all, input: () => ({ limit: 50 }) },
  export: { who: ['owner'], input: () => ({}) },
  get: { who: all, input: ({ row }) => ({ id: row('students') }) },
  known: { who: all, input: () => ({ phone: '98765 43210' }) },
  timeline: { who: all, input: ({ row }) => ({ id: row('students') }) },
  create: { who: all, input: ({ row }) => newStudent(row('libraries'), '98290 11223') },
  update: { who: all, input: ({ row }) => ({ id: row('students'), version: 1, name: 'Ravi K' }) },
  setStatus: {
    who: all,
    input: ({ row }) => ({ requestKey: randomUUID(), id: row('students'), version: 1, status: 'inactive' }),
  },
  suspend: { who: all, input: ({ row }) => ({ id: row('students'), version: 1, reason: 'Fees not paid' }) },
  transfer: {
    who: all,
    input: ({ row }) => ({ id: row('students'), version: 1, homeId: row('libraries') }),
  },
  remove: { who: ['owner', 'manager'], input: ({ row }) => ({ id: row('students'), version: 1 }) },
  restore: { who: ['owner', 'manager'], input: ({ removedId }) => ({ id: removedId, version: 1 }) },
  labels: { who: all, input: () => ({}) },
  renameLabel: {
    who: ['owner', 'manager'],
    input: ({ row }) => ({ id: row('labels'), version: 1, name: 'Scholarship' }),
  },
  removeLabel: { who: ['owner', 'manager'], input: ({ row }) => ({ id: row('labels'), version: 1 }) },
  bulk: {
    who: all,
    input: ({ row }) => ({
      ...{ requestKey: randomUUID(), filters: {}, only: [row('students')] },
      act: { do: 'label', label: 'Scholarship' },
    }),
  },
  lastBulk: { who: all, input: () => ({}) },
  stopBulk: { who: all, input: ({ row }) => ({ id: row('bulks') }) },
  undoBulk: { who: all, input: ({ row }) => ({ requestKey: randomUUID(), id: row('bulks') }) },
  consents: { who: all, input: ({ row }) => ({ id: row('students') }) },
  recordConsent: {
    who: all,
    input: ({ row }) => ({
      ...{ requestKey: randomUUID(), id: row('students'), purpose: 'messages', wording: '2026-11', language: 'hi' },
      ...{ through: 'paper', givenOn: '2026-11-03', guardianName: 'Mohan Lal', guardianRelation: 'Father' },
    }),
  },
  withdrawConsent: {
    who: all,
    input: ({ row }) => ({
      ...{ requestKey: randomUUID(), id: row('consents'), through: 'message', withdrawnOn: '2026-11-04' },
    }),
  },
  ownData: { who: ['owner'], input: ({ row }) => ({ id: row('students') }) },
};

export const owner = { students: studentsExamples };

const BULK = '00000000-0000-4000-8000-00000000b0b0';

export const work: DomainExamples['work'] = {
  onStudentBulk: ({ a }) => ({ event: { name: 'student.bulk_begun', kind: 'bulk', id: a.ids['bulks']?.[0] ?? '' } }),
  jobStudentBulk: ({ a }) => ({
    payload: { bulk: BULK },
    laid: [
      {
        table: 'bulks',
        row: {
          ...{ tenant_id: a.id, id: BULK, of: 'student', member_id: a.manager.membershipId, total: '1' },
          act: { do: 'label', label: 'Scholarship' },
        },
      },
      {
        table: 'bulk_rows',
        row: { tenant_id: a.id, bulk_id: BULK, subject_id: a.ids['students']?.[0] ?? '', name: 'Student 1' },
      },
    ],
  }),
};
