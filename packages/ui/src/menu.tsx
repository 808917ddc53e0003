'use client';

import { type ReactNode, useId, useState } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.tsx';

/** A link or a button of a menu. */
export const menuEntry =
  'flex min-h-11 w-full items-center rounded-control px-3 py-1.5 text-left text-sm hover:bg-muted lg:min-h-9';

export function MenuAct({ run, children }: { run: () => void; children: string }) {
  return (
    <button
      type="button"
      className={menuEntry}
      onClick={({ currentTarget }) => {
        currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        run();
      }}
    >
      {children}
    </button>
  );
}

/** Entries of a menu that belong together, under what they are about. */
export function MenuGroup({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset
      aria-labelledby={id}
      className={classNames('border-line not-first:mt-1 not-first:border-t not-first:pt-1', className)}
    >
      <p id={id} className="px-3 py-1.5 text-text-muted text-xs">
        {label}
      </p>
      {children}
    </fieldset>
  );
}

/** What the button with this target opens beside itself, a sheet on phones. Filled when it opens first: most are never asked. */
export function MenuBox({ id, children }: { id: string; children: ReactNode }) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <div id={id} popover="auto" className="menu menu-row text-left" onBeforeToggle={() => setWasOpened(true)}>
      {wasOpened ? children : null}
    </div>
  );
}

export interface MenuProps {
  label: string;
  icon: ReactNode;
  /** Of its button. */
  className?: string;
  children: ReactNode;
}

/** A menu behind an icon. */
export function Menu({ label, icon, className, children }: MenuProps) {
  const id = useId();
  return (
    <>
      <IconButton label={label} icon={icon} popoverTarget={id} className={className} />
      <MenuBox id={id}>{children}</MenuBox>
    </>
  );
}
