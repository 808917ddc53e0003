import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { getTranslations } from 'next-intl/server';

export async function NotFoundState() {
  const t = await getTranslations('states');
  return (
    <main className="pt-12">
      <EmptyState
        heading="h1"
        title={t('notFoundTitle')}
        actions={
          <ButtonLink look="primary" href="/">
            {t('home')}
          </ButtonLink>
        }
      >
        {t('notFound')}
      </EmptyState>
    </main>
  );
}
