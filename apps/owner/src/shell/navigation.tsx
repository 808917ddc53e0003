import type { Permission } from '@studyspot/api/permissions/table';
import { type NavItem, navIcon } from '@studyspot/portal/shell/nav-items';
import { House, LibraryBig, UserRound, UsersRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

/** Only what exists and this person may use. */
export async function navigation(may: (permission: Permission) => boolean): Promise<NavItem[]> {
  const t = await getTranslations('nav');
  return [
    { href: '/', label: t('home'), icon: <House {...navIcon} /> },
    ...(may('libraries:read')
      ? [{ href: '/libraries', label: t('libraries'), icon: <LibraryBig {...navIcon} /> }]
      : []),
    ...(may('users:read') ? [{ href: '/staff', label: t('staff'), icon: <UsersRound {...navIcon} /> }] : []),
    { href: '/profile', label: t('profile'), icon: <UserRound {...navIcon} /> },
  ];
}
