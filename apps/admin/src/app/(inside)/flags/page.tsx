import { readListQuery } from '@studyspot/portal/list/list-query';
import { given, type SearchParams } from '@studyspot/portal/shell/search-params';
import { titledInside } from '@studyspot/portal/shell/titled';
import { flagAddress, flagsInput } from '../../../features/system/flag-address.ts';
import { FlagsScreen } from '../../../features/system/flags-screen.tsx';
import { page } from '../../../shell/session.ts';

export const generateMetadata = titledInside('flags');

export default page(
  { needs: 'flags:update', words: ['flags', 'tenantPick'] },
  async ({ load, may }, { searchParams }: { searchParams: SearchParams }) => {
    const { tenantId } = flagsInput(readListQuery(flagAddress, await given(searchParams)));
    await Promise.all([
      load.flags.all({ tenantId }),
      tenantId && may('tenants:read') ? load.tenants.get({ id: tenantId }) : null,
    ]);
    return <FlagsScreen />;
  },
);
