import { titledInside } from '@studyspot/portal/shell/titled';
import { NewTenant } from '../../../../features/tenants/tenant-record.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('tenants', 'newTitle');

export default page({ needs: 'tenants:create', words: ['tenants', 'fields', 'regions'] }, async () => <NewTenant />);
