import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { session } from '../../../shell/session.ts';

export default async function Page() {
  await session();
  return <NoPermission />;
}
