import { ProfilePage } from '@studyspot/portal/identity/profile-page';
import { answer } from '@studyspot/portal/shell/answer';
import { firstOf, type SearchParams } from '@studyspot/portal/shell/search-params';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { session } from '../../../shell/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const [{ api, me }, { notice }] = await Promise.all([session(), searchParams]);
  return <ProfilePage me={me} sessions={await answer(api.identity.sessions())} notice={firstOf(notice)} />;
}
