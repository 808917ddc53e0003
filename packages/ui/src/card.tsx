import type { ReactNode } from 'react';

export interface CardProps {
  title?: string;
  id?: string;
  description?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

export function Card({ title, id, description, action, children }: CardProps) {
  return (
    <section
      id={id}
      aria-labelledby={title && id ? `${id}-title` : undefined}
      className="rounded-card border border-line bg-bg"
    >
      {title ? (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3 lg:px-5">
          <div className="min-w-0">
            <h2 id={id ? `${id}-title` : undefined} className="font-semibold text-base">
              {title}
            </h2>
            {description ? <p className="mt-0.5 text-sm text-text-muted">{description}</p> : null}
          </div>
          {action}
        </header>
      ) : null}
      <div className="px-4 py-4 lg:px-5">{children}</div>
    </section>
  );
}

/** Key facts of a record, two columns where there is room. */
export function Facts({ items }: { items: ReadonlyArray<{ label: string; value: ReactNode }> }) {
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">
      {items.map((item) => (
        <div key={item.label} className="min-w-0">
          <dt className="text-text-muted text-xs">{item.label}</dt>
          <dd className="mt-0.5 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
