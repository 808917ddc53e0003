import { classNames } from './class-names.tsx';
import { hundredths } from './scale.tsx';
import { series } from './series.tsx';

/** One bar for the parts of a whole, each named with its share below. */
export function StackedBar({ parts, label }: { parts: ReadonlyArray<{ name: string; value: number }>; label: string }) {
  const shares = hundredths(parts.map(({ value }) => value));
  const starts = shares.map((_, at) => shares.slice(0, at).reduce((sum, share) => sum + share, 0));
  return (
    <div className="flex flex-col gap-2">
      <svg
        role="img"
        aria-label={label}
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        className="h-6 w-full rounded-control"
      >
        <rect width={100} height={8} className="fill-muted" />
        {parts.map(({ name }, at) => (
          <rect
            key={name}
            x={starts[at]}
            width={shares[at]}
            height={8}
            vectorEffect="non-scaling-stroke"
            strokeWidth={2}
            className={classNames('stroke-bg', series[at % series.length]?.fill)}
          />
        ))}
      </svg>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {parts.map(({ name }, at) => (
          <li key={name} className="flex items-center gap-2">
            <span aria-hidden="true" className={classNames('size-3 rounded-sm', series[at % series.length]?.mark)} />
            {name}
            <span className="text-text-muted tabular-nums">{shares[at]}%</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
