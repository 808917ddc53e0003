import { LoaderCircle } from 'lucide-react';
import type { AnchorHTMLAttributes, ComponentProps, ElementType, ReactNode } from 'react';
import { classNames } from './class-names.tsx';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-solid';
type Size = 'regular' | 'small';

const looks: Record<Look, string> = {
  primary: 'bg-primary text-on-primary border-transparent hover:bg-primary-hover',
  secondary: 'bg-bg text-text border-control hover:bg-muted',
  quiet: 'bg-transparent text-text border-transparent hover:bg-muted',
  danger: 'bg-bg text-danger border-danger hover:bg-danger-bg',
  'danger-solid': 'bg-danger-solid text-on-danger border-transparent hover:opacity-90',
};

const sizes: Record<Size, string> = {
  regular: 'min-h-12 px-4 text-base lg:min-h-10 lg:text-sm',
  small: 'min-h-11 px-3 text-sm lg:min-h-8',
};

function looksOf(look: Look, size: Size, wide: boolean | undefined, extra: string | undefined): string {
  return classNames(
    'relative inline-flex items-center justify-center gap-2 rounded-control border py-1 text-center font-medium',
    'transition-colors duration-120 select-none disabled:opacity-60',
    looks[look],
    sizes[size],
    wide && 'w-full',
    extra,
  );
}

interface Common {
  look?: Look;
  size?: Size;
  wide?: boolean;
  icon?: ReactNode;
}

export interface ButtonProps extends Common, ComponentProps<'button'> {
  busy?: boolean;
  /** For what its script has not come yet: pressed now, it would do something else or nothing. */
  waits?: boolean;
}

export function Button({
  look = 'secondary',
  size = 'regular',
  wide,
  icon,
  busy,
  waits,
  className,
  ...rest
}: ButtonProps) {
  const { children, type = 'button', onClick, ...attributes } = rest;
  return (
    <button
      {...attributes}
      // What is on its way is not sent once more.
      onClick={busy ? undefined : onClick}
      type={waits ? 'button' : type}
      aria-busy={busy || undefined}
      aria-disabled={busy || waits || undefined}
      className={looksOf(look, size, wide, className)}
    >
      {busy ? (
        <span className="absolute inset-y-0 right-0 grid w-3.5 place-items-center overflow-hidden" aria-hidden="true">
          <LoaderCircle size={12} strokeWidth={2.5} className="turn" />
        </span>
      ) : null}
      {icon}
      {children}
    </button>
  );
}

export interface IconButtonProps extends ComponentProps<'button'> {
  label: string;
  icon: ReactNode;
}

/** Its label is its name, and said beside it on laptops when it is pointed at. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tip={label}
      className={classNames(
        'grid size-11 shrink-0 place-items-center rounded-control text-text-muted hover:bg-muted hover:text-text lg:size-9',
        className,
      )}
    >
      {icon}
    </button>
  );
}

export interface ButtonLinkProps extends Common, AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  /** The router's own link, where the page has one. */
  as?: ElementType;
}

export function ButtonLink({
  look = 'secondary',
  size = 'regular',
  wide,
  icon,
  as,
  className,
  ...rest
}: ButtonLinkProps) {
  const { children, ...attributes } = rest;
  const Anchor = as ?? 'a';
  return (
    <Anchor {...attributes} className={looksOf(look, size, wide, className)}>
      {icon}
      {children}
    </Anchor>
  );
}
