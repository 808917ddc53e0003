import { ChevronLeft } from 'lucide-react';
import { PageLink } from './page-link.tsx';

export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <PageLink
      href={href}
      className="-ml-1 mb-1 inline-flex min-h-11 items-center gap-1 rounded-control pr-2 text-sm text-text-muted hover:text-text lg:min-h-8"
    >
      <ChevronLeft size={18} strokeWidth={1.75} aria-hidden="true" />
      {label}
    </PageLink>
  );
}
