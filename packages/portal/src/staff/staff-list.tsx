'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { StatusChip } from '@studyspot/ui/status-chip';
import { UserPlus, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useHere } from '../data/here.tsx';
import { Day } from '../day.tsx';
import type { ListQuery } from '../list/list-query.tsx';
import { type ListColumn, RecordList } from '../list/record-list.tsx';

/** What `staff` and `platformStaff` both answer. */
export type Member = OwnerOutputs['staff']['get'];

const tones = { invited: 'warning', active: 'success', removed: 'neutral' } as const;

export function StateOf({ state }: { state: Member['state'] }) {
  const t = useTranslations('staff.states');
  return <StatusChip tone={tones[state]}>{t(state)}</StatusChip>;
}

export interface StaffListProps {
  page: OwnerOutputs['staff']['list'];
  query: ListQuery<'q' | 'role' | 'state', 'name' | 'createdAt'>;
  roles: readonly string[];
  withDepartment?: boolean;
  busy: boolean;
}

export function StaffList({ page, query, roles, withDepartment, busy }: StaffListProps) {
  const { may } = useHere();
  const t = useTranslations('staff');
  const department: ListColumn<Member, 'name'> = {
    key: 'department',
    area: 'none',
    cell: (row) => (row.department ? t(`departments.${row.department}`) : '–'),
  };
  return (
    <RecordList
      words="staff"
      path="/staff"
      page={page}
      query={query}
      busy={busy}
      icon={UsersRound}
      add={may('users:create') ? { page: 'invite', word: 'invite', icon: UserPlus } : null}
      mark={({ self }) => (self ? <span className="text-text-muted"> ({t('you')})</span> : null)}
      choices={[
        { name: 'role', all: 'allRoles', words: 'roles', values: roles },
        { name: 'state', all: 'allStates', words: 'states', values: Object.keys(tones) },
      ]}
      columns={[
        { key: 'email', area: 'detail', cell: ({ email }) => <span className="block truncate">{email}</span> },
        { key: 'role', area: 'side', cell: ({ role }) => t(`roles.${role}`) },
        ...(withDepartment ? [department] : []),
        { key: 'state', area: 'status', cell: ({ state }) => <StateOf state={state} /> },
        {
          key: 'lastSignIn',
          area: 'none',
          cell: ({ lastSignInAt }) => (lastSignInAt ? <Day at={lastSignInAt} /> : t('never')),
        },
      ]}
    />
  );
}
