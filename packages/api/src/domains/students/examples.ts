import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { Examples } from '../../testing/example.ts';
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
};

export const owner = { students: studentsExamples };
