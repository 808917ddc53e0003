import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { RecordPage } from '@studyspot/portal/shell/record-page';
import { titled } from '@studyspot/portal/shell/titled';
import { getTranslations } from 'next-intl/server';
import { LibraryForm } from '../../../../features/libraries/library-form.tsx';
import { session } from '../../../../shell/session.ts';

export const generateMetadata = titled('libraries', 'newTitle');

export default async function Page() {
  const [{ me, may }, t] = await Promise.all([session(), getTranslations('libraries')]);
  if (!may('libraries:create')) return <NoPermission permission="libraries:create" />;
  return (
    <RecordPage words="libraries" list="/libraries" title={t('newTitle')}>
      <LibraryForm person={me.id} library={null} />
    </RecordPage>
  );
}
