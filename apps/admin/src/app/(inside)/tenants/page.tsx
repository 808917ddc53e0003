import { readListQuery } from '@studyspot/portal/list/list-query';
import { given, type SearchParams } from '@studyspot/portal/shell/search-params';
import { titledInside } from '@studyspot/portal/shell/titled';
import { tenantAddress, tenantsInput } from '../../../features/tenants/tenant-address.ts';
import { TenantList } from '../../../features/tenants/tenant-list.tsx';
import { page } from '../../../shell/session.ts';

export const generateMetadata = titledInside('tenants');

export default page(
  { needs: 'tenants:read', words: ['tenants', 'list'] },
  async ({ load }, { searchParams }: { searchParams: SearchParams }) => {
    const asked = tenantsInput(readListQuery(tenantAddress, await given(searchParams)));
    await Promise.all([load.tenants.list(asked), load.views.mine({ list: 'tenants' })]);
    return <TenantList />;
  },
);
