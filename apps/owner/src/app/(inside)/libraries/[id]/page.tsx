import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { RecordPage } from '@studyspot/portal/shell/record-page';
import { Notice } from '@studyspot/ui/notice';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LibraryFacts } from '../../../../features/libraries/library-facts.tsx';
import { LibraryForm } from '../../../../features/libraries/library-form.tsx';
import { StatusOf } from '../../../../features/libraries/library-list.tsx';
import { LibraryStatusSwitch } from '../../../../features/libraries/library-status.tsx';
import { session } from '../../../../shell/session.ts';

interface Props {
  params: Promise<{ id: string }>;
}

const libraryOf = cache(async (id: string) => answer((await session()).api.libraries.get({ id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, { may }] = await Promise.all([params, session()]);
  return may('libraries:read') ? { title: (await libraryOf(id)).name } : {};
}

export default async function Page({ params }: Props) {
  const [{ id }, { me, may }, t] = await Promise.all([params, session(), getTranslations()]);
  if (!may('libraries:read')) return <NoPermission permission="libraries:read" />;
  const library = await libraryOf(id);
  const mayChange = may('libraries:update');
  return (
    <RecordPage
      words="libraries"
      list="/libraries"
      title={library.name}
      note={mayChange ? library.code : <StatusOf status={library.status} />}
      actions={mayChange ? <LibraryStatusSwitch library={library} /> : null}
    >
      {mayChange ? (
        <LibraryForm key={library.version} person={me.id} library={library} />
      ) : (
        <>
          <Notice>{t('libraries.readOnly', { permission: t('permissions.libraries:update') })}</Notice>
          <LibraryFacts library={library} />
        </>
      )}
    </RecordPage>
  );
}
