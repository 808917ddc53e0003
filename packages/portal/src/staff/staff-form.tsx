'use client';

import type { Permission } from '@studyspot/api/permissions/table';
import type { OwnerOutputs } from '@studyspot/api/root';
import { showToast } from '@studyspot/ui/toast';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import type { Schema } from '../form/field-faults.tsx';
import { SelectField, TextField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import type { Versioned } from '../form/record-form.tsx';
import { useRequestKey } from '../form/request-key.tsx';
import { useForm } from '../form/use-form.tsx';
import { CancelEdit, useLeaveEdit } from '../record/edit-in-place.tsx';
import { useOwner } from '../shell/api-client.tsx';
import { type Rights, rightsOf, tickedOf } from './rights.tsx';
import { RightsPicker } from './rights-picker.tsx';
import type { Member } from './staff-list.tsx';

type Department = NonNullable<Member['department']>;

export type StaffValues<Role extends string> = Pick<Member, 'name' | 'email' | 'department' | 'added' | 'removed'> & {
  role: Role;
};

/** The person who gives rights: nobody gives a role or a right that is not theirs to give. */
export interface Granter<Role extends string> {
  allowed: readonly Role[];
  held: readonly Permission[];
}

/** What differs between the staff of a library business and that of the platform. */
export interface Ground<Role extends string> {
  kind: Rights['kind'];
  roles: readonly Role[];
  departments?: readonly Department[];
  granter: Granter<Role>;
  schema: () => Promise<Schema>;
}

interface StaffFormProps<Role extends string, Input, Output> extends Ground<Role> {
  /** Null invites someone new. */
  member: (StaffValues<Role> & { id: string }) | null;
  toInput: (values: StaffValues<Role>) => Input;
  send: (input: Input) => Promise<Output>;
  done: (output: Output) => void;
}

function StaffForm<Role extends string, Input, Output>(props: StaffFormProps<Role, Input, Output>) {
  const { kind, roles, departments, granter, member } = props;
  const { allowed, held } = granter;
  const owner = useOwner();
  const t = useTranslations('staff');
  const common = useTranslations('common');
  const word = (group: 'roles' | 'roleHelp', one: string) => t(`${group}.${one}`);
  const first = member?.role ?? allowed.at(-1) ?? roles[0] ?? '';
  const roleOf = (typed: string) => roles.find((one) => one === typed) ?? (first as Role);
  // Another role starts from its own rights.
  const rightsWith = (role: string): Rights => ({
    kind,
    role,
    added: role === member?.role ? member.added : [],
    removed: role === member?.role ? member.removed : [],
    held,
  });
  const handle = useForm({
    schema: props.schema,
    values: {
      name: member?.name ?? '',
      email: member?.email ?? '',
      role: first as string,
      department: (member?.department ?? '') as string,
      can: tickedOf(rightsWith(first)) as string[],
    },
    toInput: ({ name, email, role, department, can }) =>
      props.toInput({
        name,
        email,
        role: roleOf(role),
        department: departments?.find((one) => one === department) ?? null,
        ...rightsOf(can, rightsWith(role)),
      }),
    send: props.send,
    done: props.done,
    words: 'staff',
    draft: `${owner}:staff:${member?.id ?? 'new'}`,
    sentences: { insufficient_permissions: t('notYours'), limit_exceeded: t('limitReached') },
  });
  const role = useWatch({ control: handle.fields.control, name: 'role' });

  return (
    <Form
      handle={handle}
      submit={member ? common('save') : t('inviteSubmit')}
      sticky
      aside={member ? <CancelEdit /> : null}
    >
      {member ? null : (
        <>
          <TextField name="name" label={t('name')} autoComplete="off" maxLength={120} />
          <TextField
            name="email"
            label={t('email')}
            help={t('emailHelp')}
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </>
      )}
      <SelectField
        name="role"
        label={t('role')}
        help={role ? word('roleHelp', role) : undefined}
        onChange={({ target }) => handle.fields.setValue('can', tickedOf(rightsWith(target.value)))}
      >
        {roles.map((one) => (
          <option key={one} value={one} disabled={!allowed.includes(one)}>
            {word('roles', one)}
          </option>
        ))}
      </SelectField>
      {departments ? (
        <SelectField name="department" label={t('department')} optional>
          <option value="">{t('noDepartment')}</option>
          {departments.map((one) => (
            <option key={one} value={one}>
              {t(`departments.${one}`)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <RightsPicker kind={kind} role={role} held={held} />
    </Form>
  );
}

export interface InviteFormProps<Role extends string> extends Ground<Role> {
  send: (input: StaffValues<Role> & { requestKey: string }) => Promise<OwnerOutputs['staff']['invite']>;
}

export function InviteForm<Role extends string>(props: InviteFormProps<Role>) {
  const t = useTranslations('staff');
  const router = useRouter();
  const requestKey = useRequestKey();
  return (
    <StaffForm
      {...props}
      member={null}
      toInput={(values: StaffValues<Role>) => ({ ...values, requestKey })}
      done={({ name, email }) => {
        showToast({ text: t('invited', { name, email }) });
        router.push('/staff');
      }}
    />
  );
}

export interface MemberFormProps<Role extends string> extends Ground<Role> {
  member: StaffValues<Role> & Versioned;
  send: (input: StaffValues<Role> & Versioned) => Promise<Member>;
}

export function MemberForm<Role extends string>(props: MemberFormProps<Role>) {
  const t = useTranslations('staff');
  const { id, version } = props.member;
  const leaveEdit = useLeaveEdit();
  return (
    <StaffForm
      {...props}
      toInput={(values: StaffValues<Role>) => ({ ...values, id, version })}
      done={({ name }) => {
        showToast({ text: t('saved', { name }) });
        leaveEdit();
      }}
    />
  );
}
