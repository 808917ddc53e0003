import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { RecordPage } from '@studyspot/portal/shell/record-page';
import { titled } from '@studyspot/portal/shell/titled';
import { getTranslations } from 'next-intl/server';
import { CreateTenantForm } from '../../../../features/tenants/create-tenant-form.tsx';
import { session } from '../../../../shell/session.ts';

export const generateMetadata = titled('tenants', 'newTitle');

export default async function Page() {
  const [{ me, may }, t] = await Promise.all([session(), getTranslations('tenants')]);
  if (!may('tenants:create')) return <NoPermission permission="tenants:create" />;
  return (
    <RecordPage words="tenants" list="/tenants" title={t('newTitle')} note={t('newLead')}>
      <CreateTenantForm person={me.id} />
    </RecordPage>
  );
}
