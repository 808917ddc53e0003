'use client';

import { type ReactNode, useId, useState } from 'react';
import { IconButton } from './button.tsx';

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

export interface MenuProps {
  label: string;
  icon: ReactNode;
  /** Of its button. */
  className?: string;
  children: ReactNode;
}

/** A button, and what it opens beside itself, a sheet on phones. It is filled when it opens first: most are never asked. */
export function Menu({ label, icon, className, children }: MenuProps) {
  const id = useId();
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <>
      <IconButton label={label} icon={icon} popoverTarget={id} className={className} />
      <div id={id} popover="auto" className="menu menu-row text-left" onBeforeToggle={() => setWasOpened(true)}>
        {wasOpened ? children : null}
      </div>
    </>
  );
}
