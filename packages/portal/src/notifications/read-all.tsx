'use client';

import { Button } from '@studyspot/ui/button';
import { CheckCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useChange } from '../form/use-change.tsx';
import { shared } from '../shell/api-client.tsx';

export function ReadAll() {
  const t = useTranslations('notifications');
  const { change, busy } = useChange();
  const readAll = shared.notifications.readAll.useMutation();
  const { data } = shared.notifications.count.useQuery();
  return (
    <Button
      look="quiet"
      size="small"
      busy={busy}
      disabled={data?.unread === 0}
      icon={<CheckCheck size={18} strokeWidth={1.75} aria-hidden="true" />}
      onClick={() => change({ run: () => readAll.mutateAsync(), said: () => t('allRead') })}
    >
      {t('readAll')}
    </Button>
  );
}
