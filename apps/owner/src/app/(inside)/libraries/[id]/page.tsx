import { answer } from '@studyspot/portal/shell/answer';
import { BackLink } from '@studyspot/portal/shell/back-link';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { Words } from '@studyspot/portal/shell/words';
import { Notice } from '@studyspot/ui/notice';
import { PageHeader } from '@studyspot/ui/page-header';
import { StatusChip } from '@studyspot/ui/status-chip';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LibraryFacts } from '../../../../features/libraries/library-facts.tsx';
import { LibraryForm } from '../../../../features/libraries/library-form.tsx';
import { StatusSwitch } from '../../../../features/libraries/status-switch.tsx';
import { statusTones } from '../../../../features/libraries/status-tones.ts';
import { session } from '../../../../shell/session.ts';

interface Props {
  params: Promise<{ id: string }>;
}

const libraryOf = cache(async (id: string) => {
  const { api } = await session();
  return answer(api.libraries.get({ id }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, { may }] = await Promise.all([params, session()]);
  return may('libraries:read') ? { title: (await libraryOf(id)).name } : {};
}

export default async function Page({ params }: Props) {
  const [{ id }, { me, may }, t, permissions] = await Promise.all([
    params,
    session(),
    getTranslations('libraries'),
    getTranslations('permissions'),
  ]);
  if (!may('libraries:read')) return <NoPermission permission="libraries:read" />;
  const library = await libraryOf(id);
  const mayChange = may('libraries:update');
  return (
    <Words names={['libraries', 'regions', 'fields']}>
      <PageHeader
        back={<BackLink href="/libraries" label={t('back')} />}
        title={library.name}
        note={
          mayChange ? (
            library.code
          ) : (
            <StatusChip tone={statusTones[library.status] ?? 'neutral'}>{t(`statuses.${library.status}`)}</StatusChip>
          )
        }
        actions={mayChange ? <StatusSwitch library={library} /> : null}
      />
      <div className="flex max-w-2xl flex-col gap-4 px-4 lg:px-8">
        {mayChange ? (
          <LibraryForm key={library.version} person={me.id} library={library} />
        ) : (
          <>
            <Notice>{t('readOnly', { permission: permissions('libraries:update') })}</Notice>
            <LibraryFacts library={library} />
          </>
        )}
      </div>
    </Words>
  );
}
