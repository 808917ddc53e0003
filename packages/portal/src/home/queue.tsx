import { ButtonLink } from '@studyspot/ui/button';
import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

export interface QueueItem {
  key: string;
  title: string;
  help: string;
  href: string;
  action: string;
}

/** What needs doing today, the action on each row. */
export function Queue({
  title,
  calm,
  items,
  children,
}: {
  title: string;
  calm: string;
  items: QueueItem[];
  children?: ReactNode;
}) {
  return (
    <section aria-labelledby="queue-title" className="flex flex-col gap-3">
      <h2 id="queue-title" className="font-semibold text-base">
        {title}
      </h2>
      {children}
      {items.length === 0 ? (
        children ? null : (
          <p className="flex items-center gap-3 rounded-card border border-line px-4 py-4 text-text-muted">
            <CircleCheck size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-success" />
            {calm}
          </p>
        )
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {items.map((item) => (
            <li key={item.key} className="flex min-h-16 items-center gap-4 px-4 py-2.5">
              <div className="min-w-0 flex-1">
                <p className="break-words font-medium">{item.title}</p>
                <p className="break-words text-sm text-text-muted">{item.help}</p>
              </div>
              <ButtonLink as={Link} size="small" href={item.href} aria-label={`${item.action}: ${item.title}`}>
                {item.action}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export interface Figure {
  label: string;
  value: string;
  href: string;
}

export function Figures({ title, items }: { title: string; items: Figure[] }) {
  return (
    <section aria-labelledby="figures-title" className="flex flex-col gap-3">
      <h2 id="figures-title" className="font-semibold text-base">
        {title}
      </h2>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {items.map((item) => (
          <li key={item.label}>
            <Link
              href={item.href}
              prefetch={false}
              className="block rounded-card border border-line px-4 py-3 hover:border-control hover:bg-surface"
            >
              <span className="block text-sm text-text-muted">{item.label}</span>
              <span className="block font-semibold text-xl tabular-nums">{item.value}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
