import type { Permission } from '@studyspot/api/permissions/table';
import type { NavItem } from '@studyspot/portal/shell/nav-links';
import { getTranslations } from 'next-intl/server';

/** Only what exists and this person may use. */
export async function navigation(may: (permission: Permission) => boolean): Promise<NavItem[]> {
  const t = await getTranslations('nav');
  return [
    { href: '/', label: t('home'), icon: 'home' },
    ...(may('libraries:read') ? [{ href: '/libraries', label: t('libraries'), icon: 'libraries' } as const] : []),
    ...(may('users:read') ? [{ href: '/staff', label: t('staff'), icon: 'staff' } as const] : []),
    { href: '/profile', label: t('profile'), icon: 'profile' },
  ];
}
