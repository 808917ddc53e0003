import { LoaderCircle } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.tsx';
import { describedBy, FieldError } from './field.tsx';
import { MenuBox } from './menu.tsx';

export interface CellProps {
  /** What it shows. */
  children: ReactNode;
  /** The button, or in its turn the field. */
  over: ReactNode;
  isOpen?: boolean;
  /** As wide as what it shows. */
  hugs?: boolean;
}

/** A cell that can be changed in its place. What does that lies over what is shown, so that nothing moves. */
export function Cell({ children, over, isOpen, hugs }: CellProps) {
  return (
    <div className="cell" data-open={isOpen || undefined} data-hugs={hugs || undefined}>
      <div>{children}</div>
      {over}
    </div>
  );
}

export interface CellButtonProps extends ComponentProps<'button'> {
  label: string;
  saved?: boolean;
  numeric?: boolean | undefined;
}

export function CellButton({ label, saved, numeric, ...rest }: CellButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-saved={saved || undefined}
      data-numeric={numeric || undefined}
      className="cell-over"
    />
  );
}

export interface CellInputProps extends ComponentProps<'input'> {
  label: string;
  busy?: boolean;
  numeric?: boolean | undefined;
  /** What is wrong, or has to be known before it is saved. */
  said?: string | null;
}

export function CellInput({ label, busy, numeric, said, className, ...rest }: CellInputProps) {
  const id = useId();
  return (
    <div className={classNames('cell-field', numeric ? '-right-2' : '-left-2')}>
      <input
        autoComplete="off"
        {...rest}
        aria-label={label}
        aria-busy={busy || undefined}
        aria-invalid={said ? true : undefined}
        aria-describedby={describedBy(id, undefined, said ?? undefined)}
        readOnly={busy}
        className={classNames(
          'h-11 w-full rounded-control border bg-bg px-[7px] text-text lg:h-9',
          numeric ? 'min-w-24 text-right tabular-nums' : 'min-w-44',
          said ? 'border-danger-solid' : 'border-control',
          className,
        )}
      />
      {busy ? (
        <LoaderCircle
          size={16}
          strokeWidth={1.75}
          aria-hidden="true"
          className={classNames('turn absolute inset-y-0 my-auto text-text-muted', numeric ? 'left-2' : 'right-2')}
        />
      ) : null}
      <div
        role="alert"
        className={classNames(
          'absolute top-full mt-1 w-64 whitespace-normal rounded-control border border-line bg-bg px-2 py-1.5 text-left shadow-overlay empty:hidden',
          numeric ? 'right-0' : 'left-0',
        )}
      >
        {said ? <FieldError id={id}>{said}</FieldError> : null}
      </div>
    </div>
  );
}

/** A cell that shows one of a few, and opens the menu of what it could be instead. */
export function MenuCell({ label, entries, children }: { label: string; entries: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <>
      <Cell hugs over={<CellButton label={label} popoverTarget={id} />}>
        {children}
      </Cell>
      <MenuBox id={id}>{entries}</MenuBox>
    </>
  );
}
