import { type NavItem, type NavWords, navIcon } from '@studyspot/portal/shell/nav-items';
import { Building2 } from 'lucide-react';

export const tenantPlace = (t: NavWords): NavItem => ({
  href: '/tenants',
  label: t('nav.tenants'),
  icon: <Building2 {...navIcon} />,
  needs: 'tenants:read',
  go: 'c',
  finds: { router: 'tenants', note: 'city' },
  add: { href: '/tenants/new', label: t('tenants.add'), needs: 'tenants:create' },
});
