'use client';

import type { State } from '@studyspot/api/fields';
import { Card } from '@studyspot/ui/card';
import { Fragment, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';
import { SelectField, TextareaField, TextField } from './fields.tsx';
import { useFormFacts } from './form-context.tsx';
import { PhoneField } from './phone-field.tsx';
import { RegionField } from './region-field.tsx';
import { numberOf, textOf } from './text-of.tsx';

/** A field of a record: how it is asked for and how it is read. Its name finds its label, value and fault. */
export interface FieldRow<Value> {
  draw: (name: string) => ReactNode;
  read: (form: FormData, name: string) => Value;
  /** Over both columns. */
  wide: boolean;
}

interface Common {
  wide?: boolean;
  optional?: boolean;
  /** The key of its label, where that is not its name. */
  word?: string;
}

type Inputs = Common & InputHTMLAttributes<HTMLInputElement>;

export function text({ wide = false, ...rest }: Inputs = {}): FieldRow<string> {
  return { wide, read: textOf, draw: (name) => <TextField autoComplete="off" {...rest} name={name} /> };
}

export function email(rest: Inputs = {}): FieldRow<string> {
  return text({ type: 'email', inputMode: 'email', ...rest });
}

export function paragraph({ wide = true, ...rest }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return { wide, read: textOf, draw: (name) => <TextareaField {...rest} name={name} /> } satisfies FieldRow<string>;
}

export function phone({ wide = false, ...rest }: Common & { autoComplete?: 'tel' } = {}): FieldRow<string> {
  return { wide, read: textOf, draw: (name) => <PhoneField name={name} {...rest} /> };
}

/** NaN for an empty box: the schema then says that it is required. */
export function whole(): FieldRow<number> {
  return {
    wide: false,
    read: (form, name) => numberOf(form, name) ?? Number.NaN,
    draw: (name) => <TextField name={name} inputMode="numeric" autoComplete="off" />,
  };
}

export function region({ wide = false } = {}): FieldRow<State> {
  // The schema refuses whatever is none of them, with a sentence beside the field.
  return { wide, read: (form, name) => textOf(form, name) as State, draw: (name) => <RegionField name={name} /> };
}

/** One of a few, each with its word under `words`. */
export function choice<Value extends string>(values: readonly [Value, ...Value[]], words: string, first: Value) {
  return {
    wide: false,
    read: (form, name) => values.find((one) => one === textOf(form, name)) ?? first,
    draw: (name) => <ChoiceField name={name} values={values} words={words} first={first} />,
  } satisfies FieldRow<Value>;
}

function ChoiceField({
  name,
  values,
  words,
  first,
}: {
  name: string;
  values: readonly string[];
  words: string;
  first: string;
}) {
  const { wordOf, startOf } = useFormFacts();
  return (
    <SelectField name={name} defaultValue={startOf(name) ?? first}>
      {values.map((value) => (
        <option key={value} value={value}>
          {wordOf(`${words}.${value}`)}
        </option>
      ))}
    </SelectField>
  );
}

type Rows = Readonly<Record<string, FieldRow<unknown>>>;
type ValuesOf<Declared extends Rows> = {
  [Name in keyof Declared]: Declared[Name] extends FieldRow<infer Value> ? Value : never;
};

export function readRows<Declared extends Rows>(form: FormData, rows: Declared): ValuesOf<Declared> {
  const read = Object.entries(rows).map(([name, row]) => [name, row.read(form, name)]);
  return Object.fromEntries(read) as ValuesOf<Declared>;
}

export function FieldRows({ rows }: { rows: Rows }) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {Object.entries(rows).map(([name, { draw, wide }]) =>
        wide ? (
          <div key={name} className="sm:col-span-2">
            {draw(name)}
          </div>
        ) : (
          <Fragment key={name}>{draw(name)}</Fragment>
        ),
      )}
    </div>
  );
}

/** A part of a long form, titled `sections.NAME`, with `NAMEHelp` beneath where there is one. */
export function FieldCard({ name, rows, children }: { name: string; rows?: Rows; children?: ReactNode }) {
  const { wordOf, helpOf } = useFormFacts();
  return (
    <Card id={name} title={wordOf(`sections.${name}`)} description={helpOf(name)}>
      {rows ? <FieldRows rows={rows} /> : null}
      {children}
    </Card>
  );
}
