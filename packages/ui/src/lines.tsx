import { ticksTo } from './scale.tsx';
import { series } from './series.tsx';

export interface Line {
  name: string;
  values: readonly number[];
}

// Units of the drawing.
const WIDTH = 320;
const HEIGHT = 140;

/** For time: one axis that begins at nothing, the name of each line beside it below. */
export function Lines({
  lines,
  label,
  tick,
}: {
  lines: readonly Line[];
  label: string;
  tick: (value: number) => string;
}) {
  const ticks = ticksTo(Math.max(0, ...lines.flatMap(({ values }) => values)));
  const top = ticks.at(-1) ?? 1;
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  const pathOf = ({ values }: Line) =>
    values.map((value, at) => `${(at / Math.max(1, values.length - 1)) * WIDTH},${y(value)}`).join(' ');
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <div
          aria-hidden="true"
          className="flex h-40 flex-col-reverse justify-between text-right text-text-muted text-xs"
        >
          {ticks.map((value) => (
            <span key={value} className="-my-2">
              {tick(value)}
            </span>
          ))}
        </div>
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-40 w-full overflow-visible"
        >
          {ticks.map((value) => (
            <line
              key={value}
              x1={0}
              x2={WIDTH}
              y1={y(value)}
              y2={y(value)}
              className="stroke-line"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {lines.map((line, at) => (
            <polyline
              key={line.name}
              points={pathOf(line)}
              fill="none"
              strokeWidth={2}
              strokeDasharray={series[at % series.length]?.dash}
              vectorEffect="non-scaling-stroke"
              className={series[at % series.length]?.stroke}
            />
          ))}
        </svg>
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {lines.map(({ name }, at) => (
          <li key={name} className="flex items-center gap-2">
            <svg aria-hidden="true" viewBox="0 0 24 4" className="h-1 w-6 shrink-0">
              <line
                x2={24}
                y1={2}
                y2={2}
                strokeWidth={2}
                strokeDasharray={series[at % series.length]?.dash}
                className={series[at % series.length]?.stroke}
              />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
