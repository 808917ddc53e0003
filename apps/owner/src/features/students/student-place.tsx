import { type NavItem, type NavWords, navIcon } from '@studyspot/portal/shell/nav-items';
import { GraduationCap } from 'lucide-react';

export const studentPlace = (t: NavWords): NavItem => ({
  href: '/students',
  label: t('nav.students'),
  icon: <GraduationCap {...navIcon} />,
  needs: 'students:read',
  go: 's',
  finds: { router: 'students', note: 'code' },
  add: { href: '/students/new', label: t('students.add'), needs: 'students:create' },
});
