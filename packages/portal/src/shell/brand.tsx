export function Brand({ name, part }: { name: string; part?: string }) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-2">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7 shrink-0">
        <rect width="32" height="32" rx="8" className="fill-primary" />
        <path
          d="M9 22V11.5c2.6-.9 4.900-.7 7 .9 2.100-1.600 4.400-1.800 7-.9V22c-2.600-.9-4.900-.7-7 .9-2.100-1.600-4.400-1.800-7-.9Zm7-9.600V22.900"
          className="fill-none stroke-on-primary"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      </svg>
      <span className="truncate font-semibold text-base">
        {name}
        {part ? <span className="ml-1.5 font-normal text-text-muted">{part}</span> : null}
      </span>
    </span>
  );
}
