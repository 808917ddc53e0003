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
  /** Said as it is, or as another word of the form's group than that of its name. */
  label?: string | undefined;
  word?: string | undefined;
  help?: string | undefined;
  optional?: boolean | undefined;
}

function useFieldParts({ name, label, word, help, optional }: Common) {
  const t = useTranslations('common');
  const facts = useFormFacts();
  const id = facts.idOf(name);
  const error = facts.errorOf(name);
  const said = help ?? facts.helpOf(name);
  return {
    field: {
      id,
      label: label ?? facts.wordOf(word ?? name.slice(name.lastIndexOf('.') + 1)),
      help: said,
      error,
      optional: optional ? t('optional') : undefined,
    },
    input: { id, name, invalid: error !== undefined, 'aria-describedby': describedBy(id, said, error) },
    value: facts.startOf(name),
  };
}

export function TextField({
  name,
  label,
  word,
  help,
  optional,
  ...rest
}: Common & InputHTMLAttributes<HTMLInputElement>) {
  const { field, input, value } = useFieldParts({ name, label, word, help, optional });
  return (
    <Field {...field}>
      <Input type="text" defaultValue={value} {...rest} {...input} />
    </Field>
  );
}

export function TextareaField({
  name,
  label,
  word,
  help,
  optional,
  ...rest
}: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { field, input, value } = useFieldParts({ name, label, word, help, optional });
  return (
    <Field {...field}>
      <Textarea defaultValue={value} {...rest} {...input} />
    </Field>
  );
}

export function SelectField({
  name,
  label,
  word,
  help,
  optional,
  children,
  ...rest
}: Common & SelectHTMLAttributes<HTMLSelectElement> & { children: ReactNode }) {
  const { field, input } = useFieldParts({ name, label, word, help, optional });
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
  word,
  help,
  optional,
  ...rest
}: Common & InputHTMLAttributes<HTMLInputElement>) {
  const t = useTranslations('common');
  const { field, input } = useFieldParts({ name, label, word, help, optional });
  return (
    <Field {...field}>
      <PasswordInput show={t('showPassword')} hide={t('hidePassword')} {...rest} {...input} />
    </Field>
  );
}
