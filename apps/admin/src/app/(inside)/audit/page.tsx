import { readListQuery } from '@studyspot/portal/list/list-query';
import { given, type SearchParams } from '@studyspot/portal/shell/search-params';
import { titledInside } from '@studyspot/portal/shell/titled';
import { auditAddress, auditInput } from '../../../features/system/audit-address.ts';
import { AuditScreen } from '../../../features/system/audit-screen.tsx';
import { page } from '../../../shell/session.ts';

export const generateMetadata = titledInside('audit');

export default page(
  { needs: 'system:logs', words: ['audit', 'events', 'flags', 'range', 'settings', 'tenantPick', 'timeline'] },
  async ({ load }, { searchParams }: { searchParams: SearchParams }) => {
    const input = auditInput(readListQuery(auditAddress, await given(searchParams)));
    await Promise.all([load.audit.list(input), load.audit.days(input.filters)]);
    return <AuditScreen />;
  },
);
