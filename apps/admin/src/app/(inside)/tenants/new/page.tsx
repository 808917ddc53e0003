import { titledInside } from '@studyspot/portal/shell/titled';
import { NewTenant } from '../../../../features/tenants/new-tenant.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('tenants', 'newTitle');

export default page({ needs: 'tenants:create', words: ['tenants', 'fields', 'regions'] }, async () => <NewTenant />);
