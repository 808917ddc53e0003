import { LinkPage } from '@studyspot/portal/identity/door-pages';
import { firstOf, type SearchParams } from '@studyspot/portal/shell/search-params';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { caller } from '../../../shell/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links.device');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { token } = await searchParams;
  const api = await caller();
  return <LinkPage purpose="device" token={firstOf(token)} facts={(input) => api.identity.tokenFacts(input)} />;
}
