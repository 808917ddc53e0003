import { randomUUID } from 'node:crypto';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import type * as z from 'zod/mini';
import type { DomainExamples, Examples } from '../../testing/example.ts';
import type { announcementsRouter, platformAnnouncementsRouter } from './router.ts';
import type { createAnnouncementInput } from './schema.ts';

export const newAnnouncement = (name: string) =>
  ({
    requestKey: randomUUID(),
    name,
    body: 'On Sunday from 2 to 4 in the morning nobody can sign in.',
    nameHi: 'Ravivar ko marammat',
    bodyHi: '',
    importance: 'warning',
    startsAt: '2026-01-01T00:00:00+05:30',
    endsAt: '2099-01-01T00:00:00+05:30',
    audience: null,
  }) satisfies z.input<typeof createAnnouncementInput>;

const all = ['super_admin', 'admin', 'support', 'analyst'] as const;
const publishers = ['super_admin', 'admin'] as const;

// The proofs call a draft like the customer who is removed, and one that runs like the one who is suspended.
const platformExamples: Examples<typeof platformAnnouncementsRouter> = {
  list: { who: all, input: () => ({ limit: 50 }) },
  export: { who: all, input: () => ({}) },
  get: { who: all, input: ({ deletedId }) => ({ id: deletedId }) },
  timeline: { who: all, input: ({ deletedId }) => ({ id: deletedId }) },
  create: { who: publishers, input: () => newAnnouncement('Repair on Sunday') },
  update: {
    who: publishers,
    input: ({ deletedId }) => {
      const { requestKey: _, ...details } = newAnnouncement('Repair on Monday');
      return { id: deletedId, version: 1, ...details };
    },
  },
  publish: { who: publishers, input: ({ deletedId }) => ({ id: deletedId, version: 1 }) },
  end: { who: publishers, input: ({ suspendedId }) => ({ id: suspendedId, version: 1 }) },
  remove: { who: publishers, input: ({ deletedId }) => ({ id: deletedId, version: 1 }) },
};

const members = ['owner', 'manager', 'staff'] as const;
const tenantExamples: Examples<typeof announcementsRouter> = {
  board: { who: members, input: () => ({}) },
  read: { who: members, input: () => ({ ids: [randomUUID()] }) },
};

export const admin = { announcements: platformExamples };
export const owner = { announcements: tenantExamples };

const row = {
  ...{ tenant_id: PLATFORM_ID, name: 'Repair', body: 'On Sunday.', published_at: '2026-01-01' },
  ...{ starts_at: '2026-01-01', ends_at: '2099-01-01' },
};
export const work: DomainExamples['work'] = {
  scheduleAnnouncements: () => ({ under: 'platform', laid: [{ table: 'announcements', row }] }),
};
