'use client';

import { RecordPage } from '@studyspot/portal/page/record-page';
import { useTranslations } from 'next-intl';
import { libraryAddress } from './library-address.ts';
import { type Library, LibraryForm } from './library-form.tsx';

export function NewLibrary({ like }: { like: Library | null }) {
  const t = useTranslations('libraries');
  return (
    <RecordPage words="libraries" list={libraryAddress.path} title={t('newTitle')}>
      <LibraryForm library={null} like={like} />
    </RecordPage>
  );
}
