import { type ReactNode, useId } from 'react';

export interface ChartRow {
  key: string;
  /** Its name in the table; a link where it leads somewhere. */
  name: ReactNode;
  values: readonly string[];
}

export interface ChartProps {
  /** The answer, in a sentence: the title and what is read out. */
  summary: string;
  asTable: string;
  head: readonly string[];
  rows: readonly ChartRow[];
  /** Said below the drawing. */
  note?: ReactNode;
  children: ReactNode;
}

/** A drawing, and the same as a sentence and as a table. */
export function Chart({ summary, asTable, head, rows, note, children }: ChartProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex min-w-0 flex-col gap-2">
      <h2 id={titleId} className="font-medium text-sm">
        {summary}
      </h2>
      {children}
      {note}
      <details className="text-sm">
        <summary className="inline-flex min-h-11 w-fit items-center rounded-control text-primary underline-offset-2 hover:underline lg:min-h-6">
          {asTable}
        </summary>
        <table className="mt-1 w-full max-w-sm">
          <thead>
            <tr className="border-line border-b text-left text-text-muted text-xs">
              {head.map((title, at) => (
                <th
                  key={title}
                  scope="col"
                  className={at === 0 ? 'py-1.5 font-medium' : 'py-1.5 text-right font-medium'}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, values }) => (
              <tr key={key} className="border-line border-b">
                <td>{name}</td>
                {values.map((value, at) => (
                  <td key={head[at + 1]} className="text-right tabular-nums">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
