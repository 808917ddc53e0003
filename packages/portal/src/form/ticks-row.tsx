'use client';

import type { FieldRow } from './field-rows.tsx';
import { TickField } from './fields.tsx';
import { useFormFacts } from './form-context.tsx';

interface TicksProps {
  name: string;
  values: readonly string[];
  words: string;
}

function Ticks({ name, values, words }: TicksProps) {
  const { wordOf } = useFormFacts();
  return (
    <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
      {values.map((value) => (
        <TickField key={value} name={name} value={value} label={wordOf(`${words}.${value}`)} />
      ))}
    </div>
  );
}

/** Any number of them, each with its word under `words`. */
export function ticks<Value extends string>(values: readonly Value[], words: string): FieldRow<Value[], string[]> {
  return {
    wide: true,
    start: (held) => (Array.isArray(held) ? held.map(String).sort() : []),
    read: (ticked) => values.filter((value) => ticked.includes(value)),
    draw: (name) => <Ticks {...{ name, values, words }} />,
  };
}
