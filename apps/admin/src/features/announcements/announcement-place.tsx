import { type NavItem, type NavWords, navIcon } from '@studyspot/portal/shell/nav-items';
import { Megaphone } from 'lucide-react';

export const announcementPlace = (t: NavWords): NavItem => ({
  href: '/announcements',
  label: t('nav.announcements'),
  icon: <Megaphone {...navIcon} />,
  needs: 'announcements:read',
  go: 'a',
  finds: { router: 'announcements', note: 'nameHi' },
  add: { href: '/announcements/new', label: t('announcements.add'), needs: 'announcements:publish' },
});
