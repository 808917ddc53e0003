import { insidePath, SignInPage } from '@studyspot/portal/identity/sign-in-page';
import { firstOf, type SearchParams } from '@studyspot/portal/shell/search-params';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isSignedIn } from '../../shell/is-signed-in.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signin');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  if (await isSignedIn()) redirect(insidePath(firstOf(asked.notice)));
  return (
    <SignInPage
      error={firstOf(asked.error)}
      reason={firstOf(asked.reason)}
      notice={firstOf(asked.notice)}
      callbackUrl={firstOf(asked.callbackUrl)}
      retry={firstOf(asked.retry)}
    />
  );
}
