'use client';

import { describedBy, Field } from '@studyspot/ui/field';
import { Checkbox, Input, Select, Textarea } from '@studyspot/ui/input';
import { PasswordInput } from '@studyspot/ui/password-input';
import { useTranslations } from 'next-intl';
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useController, useWatch } from 'react-hook-form';
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

export function useFieldParts({ name, label, word, help, optional }: Common) {
  const t = useTranslations('common');
  const facts = useFormFacts();
  const { field } = useController({ name });
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
    input: {
      id,
      name,
      value: String(field.value ?? ''),
      onChange: field.onChange,
      invalid: error !== undefined,
      'aria-describedby': describedBy(id, said, error),
    },
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
  const { field, input } = useFieldParts({ name, label, word, help, optional });
  return (
    <Field {...field}>
      <Input type="text" {...rest} {...input} />
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
  const { field, input } = useFieldParts({ name, label, word, help, optional });
  return (
    <Field {...field}>
      <Textarea {...rest} {...input} />
    </Field>
  );
}

export function SelectField({
  name,
  label,
  word,
  help,
  optional,
  onChange,
  children,
  ...rest
}: Common & SelectHTMLAttributes<HTMLSelectElement> & { children: ReactNode }) {
  const { field, input } = useFieldParts({ name, label, word, help, optional });
  return (
    <Field {...field}>
      <Select
        {...rest}
        {...input}
        onChange={(event) => {
          input.onChange(event);
          onChange?.(event);
        }}
      >
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

/** What stands in another field as it is typed. */
export const useTyped = (name: string): string => String(useWatch({ name }) ?? '');

/** Yes by a tick. */
export function YesField({ name, label }: { name: string; label: string }) {
  const { field } = useController({ name });
  return (
    <Checkbox
      name={name}
      label={label}
      checked={field.value === true}
      onChange={({ target }) => field.onChange(target.checked)}
    />
  );
}

/** What a field holds that is a list of texts, and what changes it. */
export function useListField(name: string): [held: readonly string[], hold: (texts: readonly string[]) => void] {
  const { field } = useController({ name });
  return [Array.isArray(field.value) ? field.value : [], field.onChange];
}

export interface TickFieldProps {
  name: string;
  /** One of those that the list in the field may hold. */
  value: string;
  label: string;
  disabled?: boolean;
}

export function TickField({ name, value, label, disabled = false }: TickFieldProps) {
  const [ticked, tick] = useListField(name);
  return (
    <Checkbox
      name={name}
      value={value}
      label={label}
      disabled={disabled}
      checked={ticked.includes(value)}
      onChange={({ target }) => {
        // The order of ticking says nothing.
        const others = ticked.filter((one) => one !== value);
        tick((target.checked ? [...others, value] : others).sort());
      }}
    />
  );
}
