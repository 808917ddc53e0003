import type { ReactNode } from 'react';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-12 text-center">
      {icon ? (
        <div aria-hidden="true" className="grid size-12 place-items-center rounded-full bg-muted text-text-muted">
          {icon}
        </div>
      ) : null}
      <h2 className="font-semibold text-lg">{title}</h2>
      {children ? <div className="max-w-prose text-balance text-text-muted">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
