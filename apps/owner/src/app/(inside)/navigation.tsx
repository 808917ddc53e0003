import { type NavItem, navIcon } from '@studyspot/portal/shell/nav-items';
import { staffPlace } from '@studyspot/portal/staff/staff-place';
import { House, Settings, UserRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { places } from './places.ts';

export async function navigation(): Promise<NavItem[]> {
  const t = await getTranslations();
  return [
    { href: '/', label: t('nav.home'), icon: <House {...navIcon} />, go: 'h' },
    ...places.map((place) => place(t)),
    staffPlace(t, 'staff'),
    { href: '/settings', label: t('nav.settings'), icon: <Settings {...navIcon} />, needs: 'settings:read', go: 'e' },
    { href: '/profile', label: t('nav.profile'), icon: <UserRound {...navIcon} />, go: 'p' },
  ];
}
