import { type NavItem, navIcon } from '@studyspot/portal/shell/nav-items';
import { Building2, House, ScrollText, Settings, ToggleLeft, UserRound, UsersRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

export async function navigation(): Promise<NavItem[]> {
  const [t, all] = await Promise.all([getTranslations('nav'), getTranslations()]);
  return [
    { href: '/', label: t('home'), icon: <House {...navIcon} />, go: 'h' },
    {
      href: '/tenants',
      label: t('tenants'),
      icon: <Building2 {...navIcon} />,
      needs: 'tenants:read',
      go: 'c',
      finds: { router: 'tenants', note: 'city' },
      add: { href: '/tenants/new', label: all('tenants.add'), needs: 'tenants:create' },
    },
    {
      href: '/staff',
      label: t('staff'),
      icon: <UsersRound {...navIcon} />,
      needs: 'users:read',
      go: 's',
      finds: { router: 'platformStaff', note: 'email' },
      add: { href: '/staff/invite', label: all('staff.inviteTitle'), needs: 'users:create' },
    },
    { href: '/audit', label: t('audit'), icon: <ScrollText {...navIcon} />, needs: 'system:logs', go: 'r' },
    { href: '/settings', label: t('settings'), icon: <Settings {...navIcon} />, needs: 'system:settings', go: 'e' },
    { href: '/flags', label: t('flags'), icon: <ToggleLeft {...navIcon} />, needs: 'flags:update', go: 'f' },
    { href: '/profile', label: t('profile'), icon: <UserRound {...navIcon} />, go: 'p' },
  ];
}
