'use client';

import { Field } from '@studyspot/ui/field';
import type { Limits } from '../stepped.tsx';
import { Stepper } from '../stepper.tsx';
import { type FieldRow, whole } from './field-rows.tsx';
import { useFieldParts } from './fields.tsx';

function CountField({ name, limits }: { name: string; limits: Limits }) {
  const { field, input } = useFieldParts({ name });
  return (
    <Field {...field}>
      <Stepper counts={field.label} limits={limits} {...input} />
    </Field>
  );
}

/** A small whole number, which is stepped rather than typed. */
export function count(limits: Limits): FieldRow<number> {
  return { ...whole(), draw: (name) => <CountField name={name} limits={limits} /> };
}
