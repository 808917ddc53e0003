'use client';

import { MenuCell } from '@studyspot/ui/cell';
import { StatusChip, type Tone } from '@studyspot/ui/status-chip';
import type { Column } from '@studyspot/ui/table';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { kinds } from '../form/kinds.tsx';
import type { Versioned } from '../form/record-form.tsx';
import type { CellFieldProps } from './cell-field.tsx';
import { TypedCell } from './typed-cell.tsx';

/** What every row of a list has. */
export interface Listable extends Versioned {
  name: string;
}

/**
 * A column under the word of its key: the text of it, which is the row's field of that name said as its kind, or a cell
 * that says more. How it is changed in its place counts for those who may change the records.
 */
export interface ListColumn<Row, Sort extends string> extends Omit<Column<Row>, 'header' | 'sort' | 'cell'> {
  sort?: Sort;
  text?: (row: Row) => string;
  cell?: (row: Row) => ReactNode;
  /** The group of the words of its values. */
  words?: string;
  /** Its values on chips. */
  tones?: Readonly<Record<string, Tone>>;
  /** Of the row, where that is not the key. */
  field?: string;
  /** It is typed, and shown, as what is of this kind. */
  typed?: CellFieldProps['kind'];
  /** It is chosen from these entries of a menu. */
  menu?: (row: Row) => ReactNode;
}

export interface CellsOptions<Row> {
  of: string;
  words: string;
  mayChange: boolean;
  hold: (by: string, row: Row | null) => void;
}

/** What the cells of a column show, as text too, and how they are changed. */
export function useCells<Row extends Listable>({ of, words, mayChange, hold }: CellsOptions<Row>) {
  const t = useTranslations(words);
  const list = useTranslations('list');
  const textOf = (value: unknown, group: string | undefined, kind: CellFieldProps['kind'] = 'text') => {
    if (typeof value !== 'string' && typeof value !== 'number') return '–';
    return group ? t(`${group}.${value}`) : kinds[kind].start(value);
  };
  return ({ key, tones, typed, field = key, menu, numeric, ...column }: ListColumn<Row, string>) => {
    const valueIn = (row: Row): unknown => Reflect.get(row, field);
    const text = column.text ?? ((row: Row) => textOf(valueIn(row), column.words, typed));
    const chip = (row: Row) => <StatusChip tone={tones?.[String(valueIn(row))] ?? 'neutral'}>{text(row)}</StatusChip>;
    const shown = column.cell ?? (tones ? chip : text);
    const changed = (row: Row) => {
      const label = list('change', { field: t(key), name: row.name });
      if (!typed)
        return (
          <MenuCell label={label} entries={menu?.(row)}>
            {shown(row)}
          </MenuCell>
        );
      const hears = (isHeld: boolean) => hold(`${row.id} ${key}`, isHeld ? row : null);
      return (
        <TypedCell {...{ of, words, row, field, numeric, label }} kind={typed} hold={hears}>
          {shown(row)}
        </TypedCell>
      );
    };
    return { text, cell: mayChange && (typed || menu) ? changed : shown };
  };
}
