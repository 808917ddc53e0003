'use client';

import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { dayText, timeText } from '@studyspot/portal/day';
import { RecordPage } from '@studyspot/portal/page/record-page';
import { EditInPlace, EditLink } from '@studyspot/portal/record/edit-in-place';
import { Timeline } from '@studyspot/portal/record/timeline';
import { StatusOf } from '@studyspot/portal/status';
import { Notice } from '@studyspot/ui/notice';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { AnnouncementActs } from './announcement-acts.tsx';
import { announcementAddress, announcementStages } from './announcement-address.ts';
import { ReachCard, TextCards, WhenCard } from './announcement-cards.tsx';
import type { Announcement } from './announcement-list.tsx';

const form = () => import('./announcement-form.tsx');
const AnnouncementForm = dynamic(async () => (await form()).AnnouncementForm);
const TillForm = dynamic(async () => (await form()).TillForm);

// Who reads it is told to nobody: their number is looked at anew while it grows.
const LOOK_MS = 15_000;

export function AnnouncementRecord({ id }: { id: string }) {
  const reading = trpc.announcements.get.useQuery(
    { id },
    { refetchInterval: ({ state }) => (state.data?.stage === 'running' ? LOOK_MS : false) },
  );
  return <Answered reading={reading}>{(announcement) => <Shown announcement={announcement} />}</Answered>;
}

function Shown({ announcement }: { announcement: Announcement }) {
  const t = useTranslations('announcements');
  const locale = useLocale();
  const { may } = useHere();
  const { id, name, stage, reach, audience } = announcement;
  const mayChange = may('announcements:publish') && stage !== 'over';
  const Form = stage === 'draft' ? AnnouncementForm : TillForm;
  const moment = (at: string) => `${dayText(locale, at)}, ${timeText(new Date(at))}`;
  const names = new Map(audience?.map((one) => [one.id, one.name]));
  const texts = {
    ...{ startsAt: moment, endsAt: moment },
    audience: (one: string) => names.get(one) ?? t('another'),
  };
  return (
    <RecordPage
      words="announcements"
      list={announcementAddress.path}
      title={name}
      note={<StatusOf {...announcementStages} status={stage} />}
      actions={
        mayChange ? (
          <>
            <AnnouncementActs announcement={announcement} />
            <EditLink form={form} />
          </>
        ) : null
      }
      beside={<Timeline reads={trpc.announcements.timeline} id={id} words="announcements" texts={texts} />}
    >
      <EditInPlace form={mayChange ? <Form announcement={announcement} /> : null}>
        {stage === 'draft' ? <Notice>{t('draftNote')}</Notice> : null}
        {reach ? <ReachCard reach={reach} /> : null}
        <TextCards announcement={announcement} />
        <WhenCard announcement={announcement} />
      </EditInPlace>
    </RecordPage>
  );
}
