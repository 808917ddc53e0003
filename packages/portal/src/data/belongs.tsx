'use client';

import { Button } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { ArrowLeftRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOwner } from '../shell/api-client.tsx';

export interface BelongsProps {
  /** Whose page this is: of whom, in which business. */
  owner: string;
  place: string;
  children: ReactNode;
}

/** A page drawn for another business or person than the frame around it is not shown, nor does the cache take its data. */
export function Belongs({ owner, place, children }: BelongsProps) {
  return owner === useOwner() ? children : <Moved place={place} />;
}

function Moved({ place }: { place: string }) {
  const t = useTranslations('states.switched');
  return (
    <EmptyState
      heading="h1"
      icon={<ArrowLeftRight size={24} strokeWidth={1.75} />}
      title={t('title', { tenant: place })}
      actions={
        <>
          <Button look="primary" onClick={() => window.location.assign('/')}>
            {t('go', { tenant: place })}
          </Button>
          <Button onClick={() => window.location.assign('/choose')}>{t('chooseAgain')}</Button>
        </>
      }
    >
      {t('stopped')}
    </EmptyState>
  );
}
