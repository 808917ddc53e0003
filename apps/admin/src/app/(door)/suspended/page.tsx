import { answer } from '@studyspot/portal/shell/answer';
import { BlockedPage } from '@studyspot/portal/shell/blocked-page';
import { caller } from '../../../shell/session.ts';

export default async function Page() {
  const api = await caller();
  const me = await answer(api.identity.me());
  return <BlockedPage why="suspended" tenant={me.tenant?.name ?? null} maySwitch={me.choices > 1} />;
}
