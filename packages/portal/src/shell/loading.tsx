import { FormSkeleton, ListSkeleton } from '@studyspot/ui/skeleton';
import { getTranslations } from 'next-intl/server';

export async function FormLoading() {
  const t = await getTranslations('common');
  return <FormSkeleton label={t('loading')} />;
}

export async function ListLoading() {
  const t = await getTranslations('common');
  return <ListSkeleton label={t('loading')} />;
}
