import { expect, test } from 'vitest';
import { may, standingOf, whyNobody } from './rules.ts';

const day = new Date('2026-11-28T10:00:00Z');
const all = [
  { approval: 'pending', suspendedAt: null },
  { approval: 'approved', suspendedAt: null },
  { approval: 'changes_requested', suspendedAt: null },
  { approval: 'rejected', suspendedAt: null },
  { approval: 'approved', suspendedAt: day },
] as const;
const acts = ['approve', 'ask', 'reject', 'reconsider', 'suspend', 'reinstate', 'handIn'] as const;

test('each standing has its acts, and no others', () => {
  const table = all.map((library) => [standingOf(library), ...acts.filter((act) => may(act, library))]);
  expect(table).toEqual([
    ['pending', 'approve', 'ask', 'reject'],
    ['approved', 'suspend'],
    ['changes_requested', 'handIn'],
    ['rejected', 'reconsider'],
    ['suspended', 'reinstate'],
  ]);
});

test('students are admitted where the platform has let the library in, and nowhere else', () => {
  expect(all.map(whyNobody)).toEqual(['libraryPending', null, 'libraryPending', 'libraryRejected', 'librarySuspended']);
});
