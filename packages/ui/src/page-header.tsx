import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: string;
  note?: ReactNode;
  back?: ReactNode;
  /** The one main action: top right on laptops, bottom right on phones, unless the text is so large that it would hide it. */
  action?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, note, back, action, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-4 pt-4 pb-3 lg:px-8 lg:pt-6">
      <div className="min-w-0">
        {back}
        <h1 className="text-balance break-words font-semibold text-xl lg:text-2xl">{title}</h1>
        {note ? <div className="mt-1 flex flex-wrap items-center gap-2 text-sm text-text-muted">{note}</div> : null}
      </div>
      {actions ? <div className="ml-auto flex flex-wrap gap-2">{actions}</div> : null}
      {action ? (
        <div className="max-lg:[@media(min-height:26rem)]:fixed max-lg:right-4 max-lg:bottom-[calc(5rem+env(safe-area-inset-bottom))] max-lg:z-10 max-lg:[@media(min-height:26rem)]:shadow-overlay max-lg:rounded-control">
          {action}
        </div>
      ) : null}
    </header>
  );
}
