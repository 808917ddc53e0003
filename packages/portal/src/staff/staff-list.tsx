'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { UserPlus, UsersRound } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useHere } from '../data/here.tsx';
import { Day, dayText } from '../day.tsx';
import type { ListColumn } from '../list/list-column.tsx';
import { RecordList, type RecordListProps } from '../list/record-list.tsx';

/** What `staff` and `platformStaff` both answer. */
export type Member = OwnerOutputs['staff']['get'];

export const memberStates = {
  words: 'staff',
  tones: { invited: 'warning', active: 'success', removed: 'neutral' },
} as const;

type Shown = RecordListProps<Member, 'q' | 'role' | 'state', 'name' | 'createdAt'>;

export interface StaffListProps extends Pick<Shown, 'path' | 'query' | 'asked' | 'reading' | 'record'> {
  of: 'staff' | 'platformStaff';
  roles: readonly string[];
  withDepartment?: boolean;
}

export function StaffList({ roles, withDepartment, ...list }: StaffListProps) {
  const { may } = useHere();
  const t = useTranslations('staff');
  const locale = useLocale();
  const department: ListColumn<Member, 'name'> = { key: 'department', area: 'none', words: 'departments' };
  return (
    <RecordList
      {...list}
      words="staff"
      icon={UsersRound}
      add={may('users:create') ? { page: 'invite', word: 'invite', icon: UserPlus } : null}
      mark={({ self }) => (self ? <span className="text-text-muted"> ({t('you')})</span> : null)}
      choices={[
        { name: 'role', all: 'allRoles', words: 'roles', values: roles },
        { name: 'state', all: 'allStates', words: 'statuses', values: Object.keys(memberStates.tones) },
      ]}
      columns={[
        { key: 'email', area: 'detail', cell: ({ email }) => <span className="block truncate">{email}</span> },
        { key: 'role', area: 'side', words: 'roles' },
        ...(withDepartment ? [department] : []),
        { key: 'state', area: 'status', words: 'statuses', tones: memberStates.tones },
        {
          key: 'lastSignIn',
          area: 'none',
          text: ({ lastSignInAt }) => (lastSignInAt ? dayText(locale, lastSignInAt) : t('never')),
          cell: ({ lastSignInAt }) => (lastSignInAt ? <Day at={lastSignInAt} /> : t('never')),
        },
      ]}
    />
  );
}
