import { Input } from '@studyspot/ui/input';
import type { ComponentProps } from 'react';
import { shownRupees } from './typed-rupees.tsx';

export interface MoneyInputProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange'> {
  /** As it was typed; `paiseOf` reads it. */
  value: string;
  onChange: (text: string) => void;
  /** Where the sum is what the page is about. */
  large?: boolean;
}

/** A sum in rupees, typed in any usual form and shown grouped on leaving it. */
export function MoneyInput({ value, onChange, large, ...rest }: MoneyInputProps) {
  const size = large ? '[&_input]:h-16 [&_input]:pl-9 [&_input]:text-2xl text-2xl' : 'text-base [&_input]:pl-7';
  return (
    <div className={`relative [&_input]:tabular-nums ${size}`}>
      <span aria-hidden="true" className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-3 text-text-muted">
        ₹
      </span>
      <Input
        inputMode="decimal"
        autoComplete="off"
        {...rest}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onBlur={() => onChange(shownRupees(value))}
      />
    </div>
  );
}
