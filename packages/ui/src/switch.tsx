import type { InputHTMLAttributes } from 'react';
import { describedBy, helpId } from './field.tsx';

export interface SwitchProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role'> {
  id: string;
  label: string;
  help?: string;
  /** How it stands, in a word: never by colour alone. */
  state: string;
  checked: boolean;
}

/** On or off, and done at once. */
export function Switch({ id, label, help, state, checked, ...rest }: SwitchProps) {
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <label htmlFor={id} className="block break-words font-medium">
          {label}
        </label>
        {help ? (
          <p id={helpId(id)} className="text-sm text-text-muted">
            {help}
          </p>
        ) : null}
      </div>
      <span className="flex min-h-11 shrink-0 items-center gap-2 lg:min-h-6">
        <span aria-hidden="true" className="text-sm text-text-muted">
          {state}
        </span>
        <input
          {...rest}
          id={id}
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          aria-describedby={describedBy(id, help)}
          className="relative h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-control bg-control transition-colors duration-120 before:absolute before:top-0.5 before:left-0.5 before:size-[18px] before:rounded-full before:bg-bg before:transition-transform before:duration-120 before:content-[''] after:absolute after:-inset-2.5 after:content-[''] checked:border-primary checked:bg-primary checked:before:translate-x-4"
        />
      </span>
    </div>
  );
}
