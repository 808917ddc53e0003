'use client';

import { Field } from '@studyspot/ui/field';
import { MoneyInput } from '../money-input.tsx';
import { paiseOf, typedRupees } from '../typed-rupees.tsx';
import type { FieldRow } from './field-rows.tsx';
import { useFieldParts } from './fields.tsx';

function MoneyField({ name }: { name: string }) {
  const { field, input } = useFieldParts({ name });
  return (
    <Field {...field}>
      <MoneyInput {...input} />
    </Field>
  );
}

/** A sum, kept in paise. */
export function money(): FieldRow<number> {
  return {
    wide: false,
    start: (held) => (typeof held === 'number' ? typedRupees(held) : ''),
    read: paiseOf,
    draw: (name) => <MoneyField name={name} />,
  };
}
