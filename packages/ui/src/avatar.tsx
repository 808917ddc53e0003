import { classNames } from './class-names.tsx';

/** The first letters of the first and the last name; a single name has one. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => [...(part ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

/** Beside a name that is written out: by itself it says nothing. */
export function Avatar({ name, large }: { name: string; large?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'grid shrink-0 place-items-center rounded-full bg-muted font-medium text-text ring-1 ring-line',
        large ? 'size-12 text-lg' : 'size-8 text-sm',
      )}
    >
      {initials(name)}
    </span>
  );
}
