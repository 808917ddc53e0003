import { classNames } from './class-names.tsx';

export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden="true" className={classNames('skeleton-block rounded-control bg-muted', className)} />;
}

/** A list about to come, in the geometry of the rows. */
export function ListSkeleton({ label, rows = 8 }: { label: string; rows?: number }) {
  return (
    <div role="status" className="skeleton-late">
      <span className="sr-only">{label}</span>
      <div className="px-4 pt-4 pb-3 lg:px-8 lg:pt-6">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="mt-2 h-4 w-64" />
      </div>
      <div className="px-4 lg:px-8">
        <Skeleton className="mb-4 h-12 w-full max-w-md lg:h-10" />
        {Array.from({ length: rows }, (_, index) => index).map((row) => (
          <div key={row} className="flex h-[68px] items-center gap-4 border-line border-b md:h-10">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="ml-auto h-4 w-24" />
          </div>
        ))}
      </div>
    </div>
  );
}
