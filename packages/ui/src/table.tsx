'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ElementType, type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names.tsx';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Where the cell stands in the two lines of a phone's row; 'none' leaves it to laptops. */
  area: 'title' | 'side' | 'detail' | 'status' | 'none';
  numeric?: boolean;
  /** What the header says is heard, not seen. */
  unseen?: boolean;
  /** Set on columns that sort: where the header leads and how it stands now. */
  sort?: { href: string; order: 'ascending' | 'descending' | null };
}

export interface TableProps<Row> {
  caption: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What leads to another order of the rows. */
  link?: ElementType;
}

export function Table<Row>({ caption, columns, rows, rowKey, link }: TableProps<Row>) {
  return (
    <Box>
      <table className="table-rows">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.key} column={column} link={link ?? 'a'} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="group relative border-line border-b hover:bg-surface">
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-area={column.area}
                  className={classNames(
                    'md:h-12 md:px-3 md:py-1.5 md:align-middle lg:h-10 md:first:pl-4 md:last:pr-4',
                    column.numeric && 'tabular-nums md:text-right',
                    column.area === 'title' && 'font-medium md:font-normal',
                    column.area === 'detail' && 'max-md:text-sm max-md:text-text-muted',
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

/** Where a table cannot fit it scrolls in a box of its own, under its first column; only then, since in a box no header sticks. */
function Box({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    const table = element?.querySelector('table');
    if (!element || !table) return;
    const seen = new ResizeObserver(() =>
      element.toggleAttribute('data-wide', table.offsetWidth > element.clientWidth),
    );
    seen.observe(element);
    seen.observe(table);
    return () => seen.disconnect();
  }, []);
  return (
    <div ref={box} className="table-box">
      {children}
    </div>
  );
}

function Header<Row>({ column, link: Anchor }: { column: Column<Row>; link: ElementType }) {
  const { sort } = column;
  const Arrow = sort?.order === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sort?.order ?? undefined}
      className={classNames(
        'whitespace-nowrap bg-bg px-3 py-2 font-medium text-text-muted text-xs first:pl-4 last:pr-4',
        column.numeric ? 'text-right' : 'text-left',
      )}
    >
      {sort ? (
        <Anchor
          href={sort.href}
          className="-mx-1 inline-flex min-h-6 items-center gap-1 rounded-control px-1 hover:text-text"
        >
          {column.header}
          <Arrow
            size={14}
            strokeWidth={2}
            aria-hidden="true"
            className={sort.order ? undefined : 'opacity-0 group-hover:opacity-60'}
          />
        </Anchor>
      ) : (
        <span className={column.unseen ? 'sr-only' : undefined}>{column.header}</span>
      )}
    </th>
  );
}

/** The link of a row: its hit area is the whole row. A long name takes another line, never an ellipsis: names differ at the end. */
export const rowLink =
  'block break-words text-text md:max-w-[26rem] after:absolute after:inset-0 after:content-[""] hover:underline';
