import { ForgotPage } from '@studyspot/portal/identity/door-pages';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forgot');
  return { title: t('title') };
}

export default function Page() {
  return <ForgotPage />;
}
