import { UsersRound } from 'lucide-react';
import { type NavItem, type NavWords, navIcon } from '../shell/nav-items.tsx';

export const staffPlace = (t: NavWords, router: 'staff' | 'platformStaff'): NavItem => ({
  href: '/staff',
  label: t('nav.staff'),
  icon: <UsersRound {...navIcon} />,
  needs: 'users:read',
  go: 's',
  finds: { router, note: 'email' },
  add: { href: '/staff/invite', label: t('staff.newTitle'), needs: 'users:create' },
});
