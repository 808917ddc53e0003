import { NewPage } from '@studyspot/portal/page/new-page';
import { titledInside } from '@studyspot/portal/shell/titled';
import { CreateTenantForm } from '../../../../features/tenants/create-tenant-form.tsx';
import { tenantAddress } from '../../../../features/tenants/tenant-address.ts';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('tenants', 'newTitle');

export default page({ needs: 'tenants:create', words: ['tenants', 'fields', 'regions'] }, async () => (
  <NewPage words="tenants" list={tenantAddress.path}>
    <CreateTenantForm />
  </NewPage>
));
