import { shadeOf } from './scale.tsx';

export interface HeatRow {
  name: string;
  values: readonly number[];
}

// From none to the most; an edge keeps none to be seen.
const shades = [
  'fill-muted',
  'fill-primary opacity-25',
  'fill-primary opacity-50',
  'fill-primary opacity-75',
  'fill-primary',
];

export interface HeatMapProps {
  rows: readonly HeatRow[];
  /** The names of the squares of a row. */
  columns: readonly string[];
  label: string;
}

/** How full each hour of each day is: a row for a day, a square for an hour. */
export function HeatMap({ rows, columns, label }: HeatMapProps) {
  const most = Math.max(0, ...rows.flatMap(({ values }) => values));
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <div aria-hidden="true" className="flex flex-col text-text-muted text-xs">
        {rows.map(({ name }) => (
          <span key={name} className="flex h-6 items-center">
            {name}
          </span>
        ))}
      </div>
      <div className="relative">
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${columns.length * 10} ${rows.length * 10}`}
          preserveAspectRatio="none"
          className="absolute inset-0 size-full"
        >
          {rows.map(({ name, values }, row) =>
            columns.map((column, at) => (
              <rect
                key={`${name} ${column}`}
                x={at * 10 + 0.5}
                y={row * 10 + 0.5}
                width={9}
                height={9}
                className={shades[shadeOf(values[at] ?? 0, most)]}
              />
            )),
          )}
        </svg>
      </div>
      <div aria-hidden="true" className="col-start-2 flex text-text-muted text-xs">
        {columns.map((column) => (
          <span key={column} className="flex-1 text-center">
            {column}
          </span>
        ))}
      </div>
    </div>
  );
}
