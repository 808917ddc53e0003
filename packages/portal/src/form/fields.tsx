'use client';

import { describedBy, Field } from '@studyspot/ui/field';
import { Input, Select, Textarea } from '@studyspot/ui/input';
import { PasswordInput } from '@studyspot/ui/password-input';
import { useTranslations } from 'next-intl';
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useFormFacts } from './form-context.tsx';

interface Common {
  /** The path in the procedure's input: errors of the server land here. */
  name: string;
  label: string;
  help?: string | undefined;
  optional?: boolean;
}

function useFieldParts({ name, label, help, optional }: Common) {
  const t = useTranslations('common');
  const facts = useFormFacts();
  const id = facts.idOf(name);
  const error = facts.errorOf(name);
  return {
    field: { id, label, help, error, optional: optional ? t('optional') : undefined },
    input: { id, name, invalid: error !== undefined, 'aria-describedby': describedBy(id, help, error) },
  };
}

export function TextField({ name, label, help, optional, ...rest }: Common & InputHTMLAttributes<HTMLInputElement>) {
  const { field, input } = useFieldParts({ name, label, help, optional: optional ?? false });
  return (
    <Field {...field}>
      <Input type="text" {...rest} {...input} />
    </Field>
  );
}

export function TextareaField({
  name,
  label,
  help,
  optional,
  ...rest
}: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { field, input } = useFieldParts({ name, label, help, optional: optional ?? false });
  return (
    <Field {...field}>
      <Textarea {...rest} {...input} />
    </Field>
  );
}

export function SelectField({
  name,
  label,
  help,
  optional,
  children,
  ...rest
}: Common & SelectHTMLAttributes<HTMLSelectElement> & { children: ReactNode }) {
  const { field, input } = useFieldParts({ name, label, help, optional: optional ?? false });
  return (
    <Field {...field}>
      <Select {...rest} {...input}>
        {children}
      </Select>
    </Field>
  );
}

export function PasswordField({
  name,
  label,
  help,
  optional,
  ...rest
}: Common & InputHTMLAttributes<HTMLInputElement>) {
  const t = useTranslations('common');
  const { field, input } = useFieldParts({ name, label, help, optional: optional ?? false });
  return (
    <Field {...field}>
      <PasswordInput show={t('showPassword')} hide={t('hidePassword')} {...rest} {...input} />
    </Field>
  );
}
