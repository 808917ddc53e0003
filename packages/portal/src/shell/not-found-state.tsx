import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { getTranslations } from 'next-intl/server';
import { titledInside } from './titled.tsx';

export const notFoundTitle = titledInside('states', 'notFoundTitle');

/**
 * Inside it keeps the navigation around it. Nothing about the person or what was read stands here: Next sends it along with
 * the frame of every page, whether or not it is needed.
 */
export async function NotFoundState() {
  const t = await getTranslations('states');
  return (
    <div className="pt-8">
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
    </div>
  );
}

/** Where not even a layout was found: there is no frame around it. */
export function NotFoundPage() {
  return (
    <main>
      <NotFoundState />
    </main>
  );
}
