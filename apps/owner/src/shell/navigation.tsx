import { type NavItem, navIcon } from '@studyspot/portal/shell/nav-items';
import { House, LibraryBig, Settings, UserRound, UsersRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

export async function navigation(): Promise<NavItem[]> {
  const t = await getTranslations('nav');
  return [
    { href: '/', label: t('home'), icon: <House {...navIcon} /> },
    { href: '/libraries', label: t('libraries'), icon: <LibraryBig {...navIcon} />, needs: 'libraries:read' },
    { href: '/staff', label: t('staff'), icon: <UsersRound {...navIcon} />, needs: 'users:read' },
    { href: '/settings', label: t('settings'), icon: <Settings {...navIcon} />, needs: 'settings:read' },
    { href: '/profile', label: t('profile'), icon: <UserRound {...navIcon} /> },
  ];
}
