import { BackLink } from '@studyspot/portal/shell/back-link';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { Words } from '@studyspot/portal/shell/words';
import { PageHeader } from '@studyspot/ui/page-header';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CreateTenantForm } from '../../../../features/tenants/create-tenant-form.tsx';
import { session } from '../../../../shell/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tenants');
  return { title: t('newTitle') };
}

export default async function Page() {
  const [{ me, may }, t] = await Promise.all([session(), getTranslations('tenants')]);
  if (!may('tenants:create')) return <NoPermission permission="tenants:create" />;
  return (
    <>
      <PageHeader back={<BackLink href="/tenants" label={t('back')} />} title={t('newTitle')} note={t('newLead')} />
      <div className="max-w-2xl px-4 lg:px-8">
        <Words names={['tenants', 'regions', 'fields']}>
          <CreateTenantForm person={me.id} />
        </Words>
      </div>
    </>
  );
}
