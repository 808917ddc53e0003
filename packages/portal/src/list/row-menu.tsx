'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { MenuLink } from '../shell/menu-link.tsx';

const item = 'flex min-h-11 w-full items-center rounded-control px-3 text-left text-sm hover:bg-muted lg:min-h-9';

const close = ({ currentTarget }: { currentTarget: HTMLElement }) =>
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();

export function RowLink(props: ComponentProps<typeof MenuLink>) {
  return <MenuLink {...props} className={item} />;
}

export function RowAct({ run, children }: { run: () => void; children: string }) {
  return (
    <button
      type="button"
      className={item}
      onClick={(event) => {
        close(event);
        run();
      }}
    >
      {children}
    </button>
  );
}

export interface RowMenuProps {
  href: string;
  name: string;
  /** What else can be done with the record. */
  children?: ReactNode;
}

/** A native popover at the end of a row. It is filled when it opens first: most rows are never asked. */
export function RowMenu({ href, name, children }: RowMenuProps) {
  const t = useTranslations('common');
  const id = useId();
  const [wasOpened, setWasOpened] = useState(false);
  const label = t('actsOf', { name });
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        title={label}
        className="relative -my-1 grid size-11 place-items-center rounded-control text-text-muted hover:bg-muted hover:text-text focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 lg:size-8 [@media(hover:hover)]:opacity-0"
      >
        <Ellipsis size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <div id={id} popover="auto" className="menu menu-row text-left" onBeforeToggle={() => setWasOpened(true)}>
        {wasOpened ? (
          <>
            <RowLink href={href}>{t('open')}</RowLink>
            <RowLink href={href} target="_blank">
              {t('openInTab')}
            </RowLink>
            {children}
          </>
        ) : null}
      </div>
    </>
  );
}
