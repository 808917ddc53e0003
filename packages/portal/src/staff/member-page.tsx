'use client';

import { Card, Facts } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import type { ComponentType, ReactNode } from 'react';
import { useHere } from '../data/here.tsx';
import { Day } from '../day.tsx';
import { RecordPage } from '../page/record-page.tsx';
import { MailAddress, Phone } from '../phone.tsx';
import { EditInPlace, EditLink } from '../record/edit-in-place.tsx';
import { StatusOf } from '../status.tsx';
import type { MemberActionsProps } from './member-actions.tsx';
import { type Rights, roleBelow } from './rights.tsx';
import { RightsFacts } from './rights-facts.tsx';
import type { Granter, MemberFormProps } from './staff-form.tsx';
import { type Member, memberStates } from './staff-list.tsx';

export interface MemberPageProps<Role extends string> {
  member: Member;
  granter: Granter<Role>;
  withDepartment?: boolean;
  kind: Rights['kind'];
  /** With the changes of the portal's own router. */
  Buttons: ComponentType<Pick<MemberActionsProps, 'member' | 'may'>>;
  /** Drawn when it is asked for, from a script that `form` fetches. */
  Form: ComponentType<Pick<MemberFormProps<Role>, 'granter' | 'member'>>;
  form: () => Promise<unknown>;
  /** What happened to them. */
  timeline: ReactNode;
  children?: ReactNode;
}

/** Someone of the staff, to be changed by those who stand above. */
export function MemberPage<Role extends string>(props: MemberPageProps<Role>) {
  const { member, granter, kind, withDepartment, Buttons, Form, form, timeline, children } = props;
  const { may } = useHere();
  const below = may('users:update') ? roleBelow(member, granter) : null;
  const t = useTranslations('staff');
  const words = useTranslations('permissions');
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
      phone={member.self ? null : member.phone}
      beside={timeline}
      note={<StatusOf {...memberStates} status={member.state} />}
      actions={
        member.self ? null : (
          <>
            <Buttons
              member={member}
              may={{
                remove: roleBelow(member, granter) !== null && may('users:delete'),
                reset: may('users:reset'),
                resend: may('users:create'),
              }}
            />
            {below ? <EditLink form={form} /> : null}
          </>
        )
      }
    >
      {member.self ? <Notice>{t('self')}</Notice> : null}
      {member.state === 'removed' ? <Notice>{t('left')}</Notice> : null}
      {below || member.self || member.state === 'removed' ? null : (
        <Notice>
          {may('users:update')
            ? t('aboveYou', { name: member.name, kind })
            : t('changeNeeds', { permission: words('users:update'), kind })}
        </Notice>
      )}
      <EditInPlace
        form={
          below ? (
            <Card id="change" title={t('rightsOf')}>
              <Form granter={granter} member={{ ...member, role: below }} />
            </Card>
          ) : null
        }
      >
        <Card id="about" title={t('about')}>
          <Facts items={items} />
        </Card>
        <RightsFacts kind={kind} member={member} />
      </EditInPlace>
      {children}
    </RecordPage>
  );
}
