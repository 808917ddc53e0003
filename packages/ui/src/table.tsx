'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type CSSProperties,
  type ElementType,
  type MouseEvent,
  type ReactNode,
  startTransition,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
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

/** A box beside each row. */
export interface Picking<Row> {
  label: (row: Row) => string;
  labelOfAll: string;
  /** Boxes are in sight, also where nobody hovers. */
  isOn: boolean;
  has: (row: Row) => boolean;
  toggle: (row: Row, upTo: boolean) => void;
  toggleAll: () => void;
}

export interface TableProps<Row> {
  caption: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What leads to another order of the rows. */
  link?: ElementType;
  picking?: Picking<Row>;
  roomy?: boolean;
}

// As many as fill a screen.
const FIRST_ROWS = 10;
const never = () => () => undefined;

/** All rows where the server has drawn them; else those in sight, and the others as soon as these are seen. */
function useDrawn<Row>(rows: readonly Row[]): readonly Row[] {
  const isServers = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [isWhole, setWhole] = useState(isServers);
  useEffect(() => startTransition(() => setWhole(true)), []);
  return isWhole ? rows : rows.slice(0, FIRST_ROWS);
}

export function Table<Row>({ caption, columns, rows, rowKey, link, picking, roomy }: TableProps<Row>) {
  const drawn = useDrawn(rows);
  const rest = rows.length - drawn.length;
  return (
    <Box>
      <table className="table-rows" data-picking={picking?.isOn || undefined} data-roomy={roomy || undefined}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {picking ? (
              <th scope="col" data-area="pick" className="bg-bg">
                <Tick
                  label={picking.labelOfAll}
                  checked={rows.every(picking.has)}
                  isPart={rows.some(picking.has)}
                  onClick={picking.toggleAll}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <Header key={column.key} column={column} link={link ?? 'a'} />
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row) => (
            <tr
              key={rowKey(row)}
              data-picked={picking?.has(row) || undefined}
              className="group relative border-line border-b hover:bg-surface data-picked:bg-muted"
            >
              {picking ? (
                <td data-area="pick">
                  <Tick
                    label={picking.label(row)}
                    checked={picking.has(row)}
                    onClick={({ shiftKey }) => picking.toggle(row, shiftKey)}
                  />
                </td>
              ) : null}
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-area={column.area}
                  className={classNames(
                    'md:h-12 md:px-3 md:py-1.5 md:align-middle md:first:pl-4 md:last:pr-4',
                    !roomy && 'lg:h-10',
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
      {/* So much is below, for whoever comes back to it. */}
      {rest > 0 ? <div className="table-rest" style={{ '--rest': rest } as CSSProperties} /> : null}
    </Box>
  );
}

interface TickProps {
  label: string;
  checked: boolean;
  isPart?: boolean;
  onClick: (event: MouseEvent) => void;
}

function Tick({ label, checked, isPart = false, onClick }: TickProps) {
  return (
    // The whole label is the target, and lies over the link of the row.
    <label className="relative z-1 grid size-11 cursor-pointer place-items-center lg:size-9">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = isPart && !checked;
        }}
        onClick={onClick}
        onChange={() => undefined}
        className="size-5 cursor-pointer accent-primary lg:size-4"
      />
    </label>
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
      data-area={column.area}
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
