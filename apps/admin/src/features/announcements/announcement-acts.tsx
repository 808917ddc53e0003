'use client';

import { Confirm } from '@studyspot/portal/form/confirm';
import { useChange } from '@studyspot/portal/form/use-change';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { announcementAddress } from './announcement-address.ts';
import type { Announcement } from './announcement-list.tsx';

/** What can be done about it at this stage; each is seen by many, or cannot be taken back, and so is asked about. */
export function AnnouncementActs({ announcement }: { announcement: Announcement }) {
  const t = useTranslations('announcements');
  const router = useRouter();
  const { change, busy } = useChange();
  const publish = trpc.announcements.publish.useMutation();
  const end = trpc.announcements.end.useMutation();
  const remove = trpc.announcements.remove.useMutation();
  const { id, version, name, stage, audience } = announcement;
  const at = { id, version };
  const whom = audience ? t('forChosen', { count: audience.length }) : t('forEveryone');
  if (stage === 'over') return null;
  if (stage !== 'draft')
    return (
      <Confirm
        label={t('end')}
        title={t('endTitle', { name })}
        confirm={t('end')}
        busy={busy}
        run={() => change({ run: () => end.mutateAsync(at), said: () => t('ended', { name }) })}
      >
        {t('endBody')}
      </Confirm>
    );
  const leave = async () => {
    await remove.mutateAsync(at);
    router.push(announcementAddress.path);
  };
  return (
    <>
      <Confirm
        label={t('publish')}
        title={t('publishTitle', { name })}
        confirm={t('publish')}
        busy={busy}
        look="secondary"
        run={() => change({ run: () => publish.mutateAsync(at), said: () => t('published', { name }) })}
      >
        {t('publishBody', { whom })}
      </Confirm>
      <Confirm
        label={t('remove')}
        title={t('removeTitle', { name })}
        confirm={t('remove')}
        busy={busy}
        run={() => change({ run: leave, said: () => t('removed', { name }) })}
      >
        {t('removeBody')}
      </Confirm>
    </>
  );
}
