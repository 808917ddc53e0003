'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { Schema } from '../form/field-faults.tsx';
import { SelectField, TextField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { textOf } from '../form/text-of.tsx';
import { useForm } from '../form/use-form.tsx';
import { type Rights, rightsOf } from './rights.tsx';
import { RightsPicker } from './rights-picker.tsx';
import type { Member } from './staff-list.tsx';

type Department = NonNullable<Member['department']>;

export type StaffValues<Role extends string> = Pick<Member, 'name' | 'email' | 'department' | 'added' | 'removed'> & {
  role: Role;
};

export interface StaffFormProps<Role extends string, Input, Output> {
  kind: Rights['kind'];
  roles: readonly Role[];
  /** Those that the person who fills the form may give. */
  allowed: readonly Role[];
  departments?: readonly Department[];
  held: readonly string[];
  /** Null invites someone new. */
  member: StaffValues<Role> | null;
  schema: Schema;
  toInput: (values: StaffValues<Role>) => Input;
  send: (input: Input) => Promise<Output>;
  done: (output: Output) => void;
  draft: string;
  aside?: ReactNode;
}

export function StaffForm<Role extends string, Input, Output>(props: StaffFormProps<Role, Input, Output>) {
  const { kind, roles, allowed, departments, held, member } = props;
  const t = useTranslations('staff');
  const common = useTranslations('common');
  const word = (group: 'roles' | 'roleHelp', one: string) => t(`${group}.${one}`);
  const lowest = allowed.at(-1) ?? roles[0];
  const [role, setRole] = useState<Role | undefined>(member?.role ?? lowest);
  const rights: Rights = {
    kind,
    role: role ?? '',
    // Another role starts from its own rights.
    added: role === member?.role ? (member?.added ?? []) : [],
    removed: role === member?.role ? (member?.removed ?? []) : [],
    held,
  };
  const handle = useForm({
    schema: props.schema,
    read: (form) =>
      props.toInput({
        name: textOf(form, 'name') || (member?.name ?? ''),
        email: textOf(form, 'email') || (member?.email ?? ''),
        role: roles.find((one) => one === textOf(form, 'role')) ?? (role as Role),
        department: departments?.find((one) => one === textOf(form, 'department')) ?? null,
        ...rightsOf(form, rights),
      }),
    send: props.send,
    done: props.done,
    draft: props.draft,
    sentences: { insufficient_permissions: t('notYours'), limit_exceeded: t('limitReached') },
  });

  return (
    <Form handle={handle} submit={member ? common('save') : t('inviteSubmit')} aside={props.aside} sticky={!member}>
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
        value={role}
        onChange={(event) => setRole(roles.find((one) => one === event.target.value))}
      >
        {roles.map((one) => (
          <option key={one} value={one} disabled={!allowed.includes(one)}>
            {word('roles', one)}
          </option>
        ))}
      </SelectField>
      {departments ? (
        <SelectField name="department" label={t('department')} optional defaultValue={member?.department ?? ''}>
          <option value="">{t('noDepartment')}</option>
          {departments.map((one) => (
            <option key={one} value={one}>
              {t(`departments.${one}`)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <RightsPicker key={role} {...rights} />
    </Form>
  );
}
