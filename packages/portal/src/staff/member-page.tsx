import { Card, Facts } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { PageHeader } from '@studyspot/ui/page-header';
import { StatusChip } from '@studyspot/ui/status-chip';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Day } from '../day.tsx';
import { MailAddress, Phone } from '../phone.tsx';
import { BackLink } from '../shell/back-link.tsx';
import { Words } from '../shell/words.tsx';
import { stateTones } from './staff-list.tsx';

export interface MemberPageProps {
  member: {
    name: string;
    email: string;
    phone: string | null;
    role: string;
    department: string | null;
    state: string;
    self: boolean;
    invitedAt: string;
    acceptedAt: string | null;
    lastSignInAt: string | null;
  };
  withDepartment?: boolean;
  actions: ReactNode;
  /** The form, where this person may be changed by the one who looks. */
  form: ReactNode;
  children?: ReactNode;
}

export async function MemberPage({ member, withDepartment, actions, form, children }: MemberPageProps) {
  const t = await getTranslations('staff');
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
    <Words names={['staff', 'permissions', 'fields']}>
      <PageHeader
        back={<BackLink href="/staff" label={t('back')} />}
        title={member.name}
        note={<StatusChip tone={stateTones[member.state] ?? 'neutral'}>{t(`states.${member.state}`)}</StatusChip>}
        actions={actions}
      />
      <div className="flex max-w-2xl flex-col gap-4 px-4 lg:px-8">
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
      </div>
    </Words>
  );
}

export async function InvitePage({ children }: { children: ReactNode }) {
  const t = await getTranslations('staff');
  return (
    <Words names={['staff', 'permissions', 'fields']}>
      <PageHeader back={<BackLink href="/staff" label={t('back')} />} title={t('inviteTitle')} note={t('inviteLead')} />
      <div className="max-w-xl px-4 lg:px-8">{children}</div>
    </Words>
  );
}
