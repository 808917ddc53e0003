import { type NavItem, navIcon } from '@studyspot/portal/shell/nav-items';
import { staffPlace } from '@studyspot/portal/staff/staff-place';
import { HeartPulse, House, Palette, ScrollText, Settings, ToggleLeft, UserRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { places } from './places.ts';

export async function navigation(): Promise<NavItem[]> {
  const t = await getTranslations();
  return [
    { href: '/', label: t('nav.home'), icon: <House {...navIcon} />, go: 'h' },
    ...places.map((place) => place(t)),
    staffPlace(t, 'platformStaff'),
    { href: '/audit', label: t('nav.audit'), icon: <ScrollText {...navIcon} />, needs: 'system:logs', go: 'r' },
    { href: '/settings', label: t('nav.settings'), icon: <Settings {...navIcon} />, needs: 'system:settings', go: 'e' },
    { href: '/flags', label: t('nav.flags'), icon: <ToggleLeft {...navIcon} />, needs: 'flags:update', go: 'f' },
    { href: '/health', label: t('nav.health'), icon: <HeartPulse {...navIcon} />, needs: 'system:health', go: 'u' },
    { href: '/style-book', label: t('nav.styleBook'), icon: <Palette {...navIcon} />, needs: 'system:health', go: 'b' },
    { href: '/profile', label: t('nav.profile'), icon: <UserRound {...navIcon} />, go: 'p' },
  ];
}
