'use client';

import { CircleAlert } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.tsx';

export interface ErrorSummaryProps {
  title: string;
  detail?: ReactNode;
  errors: ReadonlyArray<{ id: string; label: string; message: string; isMended?: boolean }>;
  ref?: Ref<HTMLDivElement>;
}

/** What is wrong with a form, at its top, each line a way to the field. */
export function ErrorSummary({ title, detail, errors, ref }: ErrorSummaryProps) {
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-card bg-danger-bg px-4 py-3 text-danger text-sm"
    >
      <CircleAlert size={20} strokeWidth={1.75} className="mt-px shrink-0" aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {detail ? <div className="mt-1">{detail}</div> : null}
        {errors.length > 0 ? (
          <ul className="mt-1 flex flex-col">
            {errors.map((error) => (
              <li key={error.id}>
                <a
                  href={`#${error.id}`}
                  className={classNames(
                    'inline-block py-0.5',
                    error.isMended ? 'line-through' : 'underline underline-offset-2',
                  )}
                  onClick={(event) => {
                    const field = document.getElementById(error.id);
                    if (!field) return;
                    event.preventDefault();
                    field.focus();
                    field.scrollIntoView({ block: 'center' });
                  }}
                >
                  {error.label}: {error.message}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
