'use client';

import { IMPORTANCES, STAGES } from '@studyspot/api/domains/announcements/names';
import type { AdminOutputs } from '@studyspot/api/root';
import { countText } from '@studyspot/portal/count';
import { useHere } from '@studyspot/portal/data/here';
import { dayText, Moment } from '@studyspot/portal/day';
import { keepRows } from '@studyspot/portal/list/listed';
import { RecordList } from '@studyspot/portal/list/record-list';
import { useList } from '@studyspot/portal/list/use-list';
import { Megaphone, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { announcementAddress, announcementStages } from './announcement-address.ts';

export type Announcement = AdminOutputs['announcements']['get'];
type Row = AdminOutputs['announcements']['list']['items'][number];

const record = async () => (await import('./announcement-record.tsx')).AnnouncementRecord;

export function AnnouncementList() {
  const t = useTranslations('announcements');
  const locale = useLocale();
  const { may } = useHere();
  const list = useList(announcementAddress);
  const reading = trpc.announcements.list.useQuery(list.asked, keepRows);
  const whom = ({ addressed }: Row) =>
    addressed === null ? t('everyone') : t('chosen', { count: addressed, shown: countText(addressed) });
  return (
    <RecordList
      words="announcements"
      {...list}
      reading={reading}
      icon={Megaphone}
      record={record}
      add={may('announcements:publish') ? { page: 'new', word: 'add', icon: Plus } : null}
      choices={[
        { name: 'stage', all: 'allStages', words: 'statuses', values: STAGES },
        { name: 'importance', all: 'allImportances', words: 'importances', values: IMPORTANCES },
      ]}
      columns={[
        { key: 'stage', area: 'status', sort: 'stage', words: 'statuses', tones: announcementStages.tones },
        { key: 'importance', area: 'none', words: 'importances' },
        { key: 'audience', area: 'side', text: whom },
        {
          key: 'startsAt',
          area: 'detail',
          sort: 'startsAt',
          text: ({ startsAt }) => dayText(locale, startsAt),
          cell: ({ startsAt }) => <Moment at={startsAt} />,
        },
        {
          key: 'endsAt',
          area: 'none',
          text: ({ endsAt }) => dayText(locale, endsAt),
          cell: ({ endsAt }) => <Moment at={endsAt} />,
        },
      ]}
    />
  );
}
