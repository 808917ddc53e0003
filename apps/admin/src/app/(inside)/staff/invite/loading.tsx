import { FormSkeleton } from '@studyspot/ui/skeleton';
import { getTranslations } from 'next-intl/server';

export default async function Loading() {
  const t = await getTranslations('common');
  return <FormSkeleton label={t('loading')} />;
}
