'use client';

import { Card, Facts } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Day } from '../day.tsx';
import { RecordPage } from '../page/record-page.tsx';
import { MailAddress, Phone } from '../phone.tsx';
import { type Member, StateOf } from './staff-list.tsx';

export interface MemberPageProps {
  member: Member;
  withDepartment?: boolean;
  actions: ReactNode;
  /** The form, where this person may be changed by the one who looks. */
  form: ReactNode;
  children?: ReactNode;
}

export function MemberPage({ member, withDepartment, actions, form, children }: MemberPageProps) {
  const t = useTranslations('staff');
  const items = [
    { label: t('role'), value: t(`roles.${member.role}`) },
    ...(withDepartment
      ? [{ label: t('department'), value: member.department ? t(`departments.${member.department}`) : '–' }]
      : []),
    { label: t('email'), value: <MailAddress address={member.email} /> },
    { label: t('phone'), value: member.phone ? <Phone number={member.phone} /> : '–' },
    { label: t('invitedOn'), value: <Day at={member.invitedAt} /> },
    { label: t('joinedOn'), value: member.acceptedAt ? <Day at={member.acceptedAt} /> : '–' },
    { label: t('lastSignIn'), value: member.lastSignInAt ? <Day at={member.lastSignInAt} /> : t('never') },
  ];
  return (
    <RecordPage
      words="staff"
      list="/staff"
      title={member.name}
      note={<StateOf state={member.state} />}
      actions={actions}
    >
      {member.self ? <Notice>{t('self')}</Notice> : null}
      {member.state === 'removed' ? <Notice>{t('left')}</Notice> : null}
      <Card id="about" title={t('about')}>
        <Facts items={items} />
      </Card>
      {form ? (
        <Card id="rights" title={t('rightsOf')}>
          {form}
        </Card>
      ) : null}
      {children}
    </RecordPage>
  );
}

export function InvitePage({ children }: { children: ReactNode }) {
  const t = useTranslations('staff');
  return (
    <RecordPage words="staff" list="/staff" title={t('inviteTitle')} note={t('inviteLead')} layout="max-w-xl">
      {children}
    </RecordPage>
  );
}
