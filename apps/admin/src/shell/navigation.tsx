import { type NavItem, navIcon } from '@studyspot/portal/shell/nav-items';
import { Building2, House, ScrollText, Settings, ToggleLeft, UserRound, UsersRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

export async function navigation(): Promise<NavItem[]> {
  const t = await getTranslations('nav');
  return [
    { href: '/', label: t('home'), icon: <House {...navIcon} /> },
    { href: '/tenants', label: t('tenants'), icon: <Building2 {...navIcon} />, needs: 'tenants:read' },
    { href: '/staff', label: t('staff'), icon: <UsersRound {...navIcon} />, needs: 'users:read' },
    { href: '/audit', label: t('audit'), icon: <ScrollText {...navIcon} />, needs: 'system:logs' },
    { href: '/settings', label: t('settings'), icon: <Settings {...navIcon} />, needs: 'system:settings' },
    { href: '/flags', label: t('flags'), icon: <ToggleLeft {...navIcon} />, needs: 'flags:update' },
    { href: '/profile', label: t('profile'), icon: <UserRound {...navIcon} /> },
  ];
}
