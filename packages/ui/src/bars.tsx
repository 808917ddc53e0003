import { classNames } from './class-names.tsx';

export interface Bar {
  key: string;
  value: number;
  /** Said of it alone, where it is pointed at. */
  title: string;
}

// Units of the drawing, which is as wide as its place.
const STEP = 10;
const BAR = 7;
const HEIGHT = 64;

/** For comparing, from nothing up; none at all is an axis alone. */
export function Bars({ bars, label, className }: { bars: readonly Bar[]; label: string; className?: string }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={classNames('w-full border-control border-b', className ?? 'h-16')}
    >
      {bars.map(({ key, value, title }, at) => {
        // Few among many are still to be seen.
        const height = value <= 0 ? 0 : Math.max(2, (value / most) * HEIGHT);
        return (
          <rect
            key={key}
            x={at * STEP + (STEP - BAR) / 2}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            className="fill-primary"
          >
            <title>{title}</title>
          </rect>
        );
      })}
    </svg>
  );
}
