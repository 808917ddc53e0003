import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface FieldProps {
  id: string;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  /** The word beside the label of a field that may stay empty. */
  optional?: string | undefined;
  children: ReactNode;
}

export function helpId(id: string): string {
  return `${id}-help`;
}

export function errorId(id: string): string {
  return `${id}-error`;
}

export function describedBy(id: string, help?: string, error?: string): string | undefined {
  return [help ? helpId(id) : '', error ? errorId(id) : ''].filter(Boolean).join(' ') || undefined;
}

export function Field({ id, label, help, error, optional, children }: FieldProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm text-text">
        {label}
        {optional ? <span className="ml-2 font-normal text-text-subtle">{optional}</span> : null}
      </label>
      {children}
      {help ? (
        <p id={helpId(id)} className="text-sm text-text-muted">
          {help}
        </p>
      ) : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={errorId(id)} className="flex items-start gap-1.5 text-danger text-sm">
      <CircleAlert size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
