import { Search } from 'lucide-react';
import type {
  ComponentProps,
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';
import { classNames } from './class-names.tsx';

const box =
  'w-full min-w-0 rounded-control border bg-bg text-text text-base transition-colors duration-120 ' +
  'disabled:bg-muted disabled:text-text-muted';

function edge(invalid: boolean): string {
  return invalid ? 'border-danger-solid' : 'border-control hover:border-text-muted';
}

type Wrong = { invalid?: boolean; compact?: boolean };

function height(compact: boolean | undefined): string {
  return compact ? 'h-12 px-3 lg:h-10 lg:text-sm' : 'h-12 px-3';
}

export function Input({ invalid = false, compact, className, ...rest }: ComponentProps<'input'> & Wrong) {
  return (
    <input
      {...rest}
      aria-invalid={invalid || undefined}
      className={classNames(box, height(compact), edge(invalid), className)}
    />
  );
}

export function Textarea({
  invalid = false,
  compact,
  className,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & Wrong) {
  return (
    <textarea
      rows={compact ? 2 : 3}
      {...rest}
      aria-invalid={invalid || undefined}
      className={classNames(box, 'px-3 py-2.5', edge(invalid), className)}
    />
  );
}

/** The native list: phones show their own picker. Lines high enough for what hangs below a letter of Hindi. */
export function Select({
  invalid = false,
  compact,
  className,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & Wrong) {
  return (
    <select
      {...rest}
      aria-invalid={invalid || undefined}
      className={classNames(box, height(compact), 'leading-8', edge(invalid), className)}
    />
  );
}

export interface CheckboxProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  help?: string;
}

export function Checkbox({ label, help, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={classNames('flex min-h-11 cursor-pointer items-start gap-3 py-2.5 lg:min-h-9 lg:py-1.5', className)}
    >
      <input {...rest} type="checkbox" className="mt-0.5 size-5 shrink-0 accent-primary" />
      <span className="min-w-0 text-sm">
        {label}
        {help ? <span className="block text-text-muted">{help}</span> : null}
      </span>
    </label>
  );
}

/** Around a field that searches, which keeps its place for the glass. */
export function SearchBox({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={classNames('relative [&_input]:pl-10', className)}>
      <Search
        size={18}
        strokeWidth={1.75}
        aria-hidden="true"
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-3 text-text-muted"
      />
      {children}
    </div>
  );
}
