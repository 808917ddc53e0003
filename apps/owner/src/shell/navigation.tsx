import { type NavItem, navIcon } from '@studyspot/portal/shell/nav-items';
import { House, LibraryBig, Settings, UserRound, UsersRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

export async function navigation(): Promise<NavItem[]> {
  const [t, all] = await Promise.all([getTranslations('nav'), getTranslations()]);
  return [
    { href: '/', label: t('home'), icon: <House {...navIcon} />, go: 'h' },
    {
      href: '/libraries',
      label: t('libraries'),
      icon: <LibraryBig {...navIcon} />,
      needs: 'libraries:read',
      go: 'l',
      finds: { router: 'libraries', note: 'city' },
      add: { href: '/libraries/new', label: all('libraries.add'), needs: 'libraries:create' },
    },
    {
      href: '/staff',
      label: t('staff'),
      icon: <UsersRound {...navIcon} />,
      needs: 'users:read',
      go: 's',
      finds: { router: 'staff', note: 'email' },
      add: { href: '/staff/invite', label: all('staff.inviteTitle'), needs: 'users:create' },
    },
    { href: '/settings', label: t('settings'), icon: <Settings {...navIcon} />, needs: 'settings:read', go: 'e' },
    { href: '/profile', label: t('profile'), icon: <UserRound {...navIcon} />, go: 'p' },
  ];
}
