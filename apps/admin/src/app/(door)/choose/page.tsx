import { ChoosePage } from '@studyspot/portal/identity/choose-page';
import { answer } from '@studyspot/portal/shell/answer';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { caller } from '../../../shell/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choose');
  return { title: t('title') };
}

export default async function Page() {
  const api = await caller();
  return <ChoosePage choices={await answer(api.identity.choices())} />;
}
