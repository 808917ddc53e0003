import { BackLink } from '@studyspot/portal/shell/back-link';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { Words } from '@studyspot/portal/shell/words';
import { PageHeader } from '@studyspot/ui/page-header';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LibraryForm } from '../../../../features/libraries/library-form.tsx';
import { session } from '../../../../shell/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('libraries');
  return { title: t('newTitle') };
}

export default async function Page() {
  const [{ me, may }, t] = await Promise.all([session(), getTranslations('libraries')]);
  if (!may('libraries:create')) return <NoPermission permission="libraries:create" />;
  return (
    <>
      <PageHeader back={<BackLink href="/libraries" label={t('back')} />} title={t('newTitle')} />
      <div className="max-w-2xl px-4 lg:px-8">
        <Words names={['libraries', 'regions', 'fields']}>
          <LibraryForm person={me.id} library={null} />
        </Words>
      </div>
    </>
  );
}
