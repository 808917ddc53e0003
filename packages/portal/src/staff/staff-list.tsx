'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { UserPlus, UsersRound } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useHere } from '../data/here.tsx';
import { Day, dayText } from '../day.tsx';
import type { ListColumn } from '../list/list-column.tsx';
import type { ListQuery } from '../list/list-query.tsx';
import { RecordList, type RecordListProps } from '../list/record-list.tsx';

/** What `staff` and `platformStaff` both answer. */
export type Member = OwnerOutputs['staff']['get'];

export const memberStates = {
  words: 'staff',
  tones: { invited: 'warning', active: 'success', removed: 'neutral' },
} as const;

export interface StaffListProps {
  page: OwnerOutputs['staff']['list'];
  of: 'staff' | 'platformStaff';
  query: ListQuery<'q' | 'role' | 'state', 'name' | 'createdAt'>;
  asked: object;
  roles: readonly string[];
  record: RecordListProps<Member, string, string>['record'];
  withDepartment?: boolean;
  busy: boolean;
}

export function StaffList({ of, page, query, asked, roles, record, withDepartment, busy }: StaffListProps) {
  const { may } = useHere();
  const t = useTranslations('staff');
  const locale = useLocale();
  const department: ListColumn<Member, 'name'> = { key: 'department', area: 'none', words: 'departments' };
  return (
    <RecordList
      words="staff"
      of={of}
      path="/staff"
      page={page}
      query={query}
      asked={asked}
      busy={busy}
      icon={UsersRound}
      record={record}
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
