import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ElementType } from 'react';
import { ButtonLink } from './button.tsx';

export interface PagerProps {
  label: string;
  /** What is shown, in words: "20 of 48". */
  status: string;
  previous: { label: string; href: string | null };
  next: { label: string; href: string | null };
  link?: ElementType;
}

export function Pager({ label, status, previous, next, link }: PagerProps) {
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-3 px-4 py-3">
      <p className="text-sm text-text-muted tabular-nums">{status}</p>
      <div className="flex gap-2">
        {previous.href ? (
          <ButtonLink
            {...(link ? { as: link } : {})}
            href={previous.href}
            size="small"
            rel="prev"
            icon={<ChevronLeft size={18} strokeWidth={1.75} aria-hidden="true" />}
          >
            {previous.label}
          </ButtonLink>
        ) : null}
        {next.href ? (
          <ButtonLink {...(link ? { as: link } : {})} href={next.href} size="small" rel="next">
            {next.label}
            <ChevronRight size={18} strokeWidth={1.75} aria-hidden="true" />
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  );
}
