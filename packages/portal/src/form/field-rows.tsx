'use client';

import type { State } from '@studyspot/api/states';
import { Card } from '@studyspot/ui/card';
import { Fragment, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';
import { SelectField, TextareaField, TextField } from './fields.tsx';
import { useFormFacts } from './form-context.tsx';
import { kinds } from './kinds.tsx';
import { PhoneField } from './phone-field.tsx';
import { PinField } from './pin-field.tsx';
import { RegionField } from './region-field.tsx';

/** A field of a record: how it is asked for, begins and is read. Its name finds its label, value and fault. */
export interface FieldRow<Value, Typed = string> {
  draw: (name: string) => ReactNode;
  /** What the field begins with, from what the record holds there. */
  start: (held: unknown) => Typed;
  /** A method, so that a row of any kind is one of `Rows`. */
  read(typed: Typed): Value;
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
  return { wide, ...kinds.text, draw: (name) => <TextField autoComplete="off" {...rest} name={name} /> };
}

export function email(rest: Inputs = {}): FieldRow<string> {
  return text({ type: 'email', inputMode: 'email', ...rest });
}

export function paragraph({ wide = true, ...rest }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const draw = (name: string) => <TextareaField {...rest} name={name} />;
  return { wide, ...kinds.text, draw } satisfies FieldRow<string>;
}

export function phone({ wide = false, ...rest }: Common & { autoComplete?: 'tel' } = {}): FieldRow<string> {
  const draw = (name: string) => <PhoneField name={name} {...rest} />;
  return { wide, ...kinds.phone, draw };
}

export function whole(): FieldRow<number> {
  const draw = (name: string) => <TextField name={name} {...kinds.whole.box} autoComplete="off" />;
  return { wide: false, ...kinds.whole, draw };
}

export function pin({ optional = false } = {}): FieldRow<string> {
  return { wide: false, ...kinds.text, draw: (name) => <PinField name={name} optional={optional} /> };
}

export function region({ wide = false, optional = false } = {}): FieldRow<State> {
  const draw = (name: string) => <RegionField name={name} optional={optional} />;
  // The schema refuses whatever is none of them, with a sentence beside the field.
  return { wide, start: kinds.text.start, read: (typed) => typed as State, draw };
}

/** One of a few, each with its word under `words`. */
export function choice<Value extends string>(values: readonly [Value, ...Value[]], words: string, first: Value) {
  const read = (typed: string) => values.find((one) => one === typed) ?? first;
  return {
    wide: false,
    start: (held) => read(kinds.text.start(held)),
    read,
    draw: (name) => <ChoiceField name={name} values={values} words={words} />,
  } satisfies FieldRow<Value>;
}

/** The same, or none of them. */
export function perhaps<Value extends string>(values: readonly Value[], words: string) {
  return {
    wide: false,
    ...kinds.text,
    read: (typed: string) => values.find((one) => one === typed) ?? null,
    draw: (name) => <ChoiceField name={name} values={values} words={words} optional />,
  } satisfies FieldRow<Value | null>;
}

/** A day of the calendar, or none. */
export function day(rest: Inputs = {}): FieldRow<string | null> {
  return { ...text({ type: 'date', optional: true, ...rest }), read: (typed) => typed || null };
}

interface ChoiceProps {
  name: string;
  values: readonly string[];
  words: string;
  optional?: boolean;
}

function ChoiceField({ name, values, words, optional = false }: ChoiceProps) {
  const { wordOf } = useFormFacts();
  return (
    <SelectField name={name} optional={optional}>
      {optional ? <option value="">–</option> : null}
      {values.map((value) => (
        <option key={value} value={value}>
          {wordOf(`${words}.${value}`)}
        </option>
      ))}
    </SelectField>
  );
}

export type Rows = Readonly<Record<string, FieldRow<unknown, unknown>>>;
type TypedIn<Declared extends Rows> = {
  [Name in keyof Declared & string]: ReturnType<Declared[Name]['start']>;
};
export type ValuesOf<Declared extends Rows> = {
  [Name in keyof Declared]: ReturnType<Declared[Name]['read']>;
};

export function startRows<Declared extends Rows>(rows: Declared, record: object | null): TypedIn<Declared> {
  const held = new Map<string, unknown>(Object.entries(record ?? {}));
  const begun = Object.entries(rows).map(([name, row]) => [name, row.start(held.get(name))]);
  return Object.fromEntries(begun) as TypedIn<Declared>;
}

export function readRows<Declared extends Rows>(typed: TypedIn<Declared>, rows: Declared): ValuesOf<Declared> {
  const held = new Map<string, unknown>(Object.entries(typed));
  const read = Object.entries(rows).map(([name, row]) => [name, row.read(held.get(name))]);
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
