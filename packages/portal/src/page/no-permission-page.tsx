import { NoPermission } from '../shell/no-permission.tsx';
import { here } from '../shell/session.tsx';
import { titledInside } from '../shell/titled.tsx';
import { InsidePage } from './inside-page.tsx';

export const noPermissionTitle = titledInside('states', 'noPermissionTitle');

export async function NoPermissionPage() {
  return (
    <InsidePage here={await here()} words={[]}>
      <NoPermission />
    </InsidePage>
  );
}
