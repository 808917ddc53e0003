import { NoPermission } from '../shell/no-permission.tsx';
import { here } from '../shell/session.tsx';
import { InsidePage } from './inside-page.tsx';

export async function NoPermissionPage() {
  return (
    <InsidePage here={await here()} words={[]}>
      <NoPermission />
    </InsidePage>
  );
}
