import type { Permission } from '@studyspot/api/permissions/table';
import { type NavItem, navIcon } from '@studyspot/portal/shell/nav-items';
import { Building2, House, UserRound, UsersRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

/** Only what exists and this person may use. */
export async function navigation(may: (permission: Permission) => boolean): Promise<NavItem[]> {
  const t = await getTranslations('nav');
  return [
    { href: '/', label: t('home'), icon: <House {...navIcon} /> },
    ...(may('tenants:read') ? [{ href: '/tenants', label: t('tenants'), icon: <Building2 {...navIcon} /> }] : []),
    ...(may('users:read') ? [{ href: '/staff', label: t('staff'), icon: <UsersRound {...navIcon} /> }] : []),
    { href: '/profile', label: t('profile'), icon: <UserRound {...navIcon} /> },
  ];
}
