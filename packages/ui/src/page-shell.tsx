import type { ReactNode } from 'react';

export interface PageShellProps {
  skip: string;
  topBar: ReactNode;
  sidebar: ReactNode;
  tabs: ReactNode;
  children: ReactNode;
}

/** Top bar and bottom tabs on phones, top bar and sidebar on laptops. */
export function PageShell({ skip, topBar, sidebar, tabs, children }: PageShellProps) {
  return (
    <>
      <SkipLink>{skip}</SkipLink>
      <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-line border-b bg-bg px-2 lg:px-4">
        {topBar}
      </header>
      <div className="lg:grid lg:grid-cols-[240px_minmax(0,1fr)]">
        <div className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] overflow-y-auto border-line border-r bg-surface p-3 lg:block">
          {sidebar}
        </div>
        <main id="content" tabIndex={-1} className="min-w-0 pb-40 outline-none lg:pb-12">
          {children}
        </main>
      </div>
      <div className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-bg pb-[env(safe-area-inset-bottom)] lg:hidden">
        {tabs}
      </div>
    </>
  );
}

export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-40 -translate-y-[calc(100%+1rem)] rounded-control bg-primary px-4 py-3 font-medium text-on-primary focus:translate-y-0"
    >
      {children}
    </a>
  );
}

/** A page of one task: sign-in, reset, an answer to a link in a mail. */
export function TaskPage({ brand, footer, children }: { brand: ReactNode; footer?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-surface">
      <header className="px-4 pt-6 sm:pt-12">
        <div className="mx-auto max-w-[400px]">{brand}</div>
      </header>
      <main id="content" className="flex-1 px-4 py-6">
        <div className="mx-auto max-w-[400px] rounded-card border border-line bg-bg p-5 sm:p-8">{children}</div>
      </main>
      {footer ? <footer className="px-4 pb-8">{footer}</footer> : null}
    </div>
  );
}
