import { type NavItem, type NavWords, navIcon } from '@studyspot/portal/shell/nav-items';
import { LibraryBig } from 'lucide-react';

export const libraryPlace = (t: NavWords): NavItem => ({
  href: '/libraries',
  label: t('nav.libraries'),
  icon: <LibraryBig {...navIcon} />,
  needs: 'libraries:read',
  go: 'l',
  finds: { router: 'libraries', note: 'city' },
});
