'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  close: string;
  children: ReactNode;
  actions?: ReactNode;
}

/**
 * The native dialog: it keeps the focus inside and gives it back. A bottom sheet on phones. What says `data-first` has the
 * focus when it opens.
 */
export function Dialog({ open, onClose, title, close, children, actions }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    // Escape closes a modal dialog by itself; the click is only for the backdrop.
    <dialog
      ref={element}
      className="sheet"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="flex flex-col">
        <div aria-hidden="true" className="mx-auto mt-2 h-1 w-9 rounded-full bg-line sm:hidden" />
        <div className="flex items-start justify-between gap-4 px-4 pt-3 sm:px-6 sm:pt-5">
          <h2 id={titleId} className="py-1.5 font-semibold text-lg">
            {title}
          </h2>
          <IconButton
            label={close}
            icon={<X size={20} strokeWidth={1.75} aria-hidden="true" />}
            onClick={onClose}
            className="-mr-2"
          />
        </div>
        <div className="px-4 pt-1 pb-4 text-base sm:px-6 lg:text-sm">{children}</div>
        {actions ? (
          <div className="flex flex-col-reverse gap-2 border-line border-t px-4 py-3 pb-[calc(12px+env(safe-area-inset-bottom))] sm:flex-row sm:justify-end sm:px-6">
            {actions}
          </div>
        ) : null}
      </div>
    </dialog>
  );
}
