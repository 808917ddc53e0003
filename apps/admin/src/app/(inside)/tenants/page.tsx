import { listRoute } from '@studyspot/portal/page/list-route';
import { tenantAddress, tenantsInput } from '../../../features/tenants/tenant-address.ts';
import { TenantList } from '../../../features/tenants/tenant-list.tsx';
import { session } from '../../../shell/session.ts';

const { generateMetadata, Page } = listRoute(
  session,
  { of: 'tenants', record: ['fields', 'regions', 'letters'], needs: 'tenants:read', address: tenantAddress },
  ({ load }, query) => load.tenants.list(tenantsInput(query)),
  TenantList,
);

export { generateMetadata, Page as default };
