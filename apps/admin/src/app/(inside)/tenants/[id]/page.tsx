import { recordRoute } from '@studyspot/portal/page/record-route';
import { TenantRecord } from '../../../../features/tenants/tenant-record.tsx';
import { session } from '../../../../shell/session.ts';

const { generateMetadata, Page } = recordRoute(
  session,
  { needs: 'tenants:read', words: ['tenants', 'regions', 'letters'] },
  ({ load }) => load.tenants,
  TenantRecord,
  ({ load }) => load.tenants.letters,
);

export { generateMetadata, Page as default };
