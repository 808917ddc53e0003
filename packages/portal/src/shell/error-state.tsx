'use client';

import { Button, ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { CircleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';

export function ErrorState({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('states');
  const router = useRouter();
  return (
    <div className="pt-8">
      <EmptyState
        heading="h1"
        icon={<CircleAlert size={24} strokeWidth={1.75} />}
        title={t('errorTitle')}
        actions={
          <>
            <Button
              look="primary"
              onClick={() =>
                startTransition(() => {
                  router.refresh();
                  reset();
                })
              }
            >
              {t('retry')}
            </Button>
            <ButtonLink href="/">{t('home')}</ButtonLink>
          </>
        }
      >
        {error.digest ? t('error', { reference: error.digest }) : t('errorPlain')}
      </EmptyState>
    </div>
  );
}
