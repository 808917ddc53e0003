'use client';

import { IMPORTANCES } from '@studyspot/api/domains/announcements/names';
import { choice, FieldCard, paragraph, text } from '@studyspot/portal/form/field-rows';
import { RecordForm } from '@studyspot/portal/form/record-form';
import { trpc } from '../../shell/trpc.ts';
import { announcementAddress } from './announcement-address.ts';
import type { Announcement } from './announcement-list.tsx';
import { audience } from './audience-row.tsx';
import { moment } from './moment-row.tsx';

const schemas = () => import('@studyspot/api/domains/announcements/schema');
const LONGEST = 2_000;

const english = { name: text({ wide: true, maxLength: 120 }), body: paragraph({ rows: 5, maxLength: LONGEST }) };
const hindi = {
  nameHi: text({ wide: true, optional: true, maxLength: 120, lang: 'hi' }),
  bodyHi: paragraph({ rows: 5, optional: true, maxLength: LONGEST, lang: 'hi' }),
};
const till = { endsAt: moment() };
const when = { startsAt: moment(), ...till, importance: choice(IMPORTANCES, 'importances', 'info') };
const whom = { audience: audience() };
const rows = { ...english, ...hindi, ...when, ...whom };

const update = async () => (await schemas()).updateAnnouncementInput;

/** Of a draft, or of one that is not there yet: null adds it. */
export function AnnouncementForm({ announcement }: { announcement: Announcement | null }) {
  const create = trpc.announcements.create.useMutation();
  const change = trpc.announcements.update.useMutation();
  return (
    <RecordForm
      words="announcements"
      list={announcementAddress.path}
      record={announcement}
      rows={rows}
      create={{
        schema: async () => (await schemas()).createAnnouncementInput,
        send: create.mutateAsync,
        leads: ({ id }) => `${announcementAddress.path}/${id}`,
      }}
      update={{ schema: update, send: change.mutateAsync }}
    >
      <FieldCard name="english" rows={english} />
      <FieldCard name="hindi" rows={hindi} />
      <FieldCard name="when" rows={when} />
      <FieldCard name="whom" rows={whom} />
    </RecordForm>
  );
}

/** What was published changes by its end alone. */
export function TillForm({ announcement }: { announcement: Announcement }) {
  const { mutateAsync } = trpc.announcements.update.useMutation();
  return (
    <RecordForm words="announcements" record={announcement} rows={till} update={{ schema: update, send: mutateAsync }}>
      <FieldCard name="till" rows={till} />
    </RecordForm>
  );
}
