'use client';

import { useTranslations } from 'next-intl';
import { useChange } from '../form/use-change.tsx';
import { useCalls } from '../shell/api-client.tsx';
import { saveRows, type TextColumn } from './save-csv.tsx';

export interface ExportProps<Row> {
  /** The router of the list. */
  of: string;
  title: string;
  columns: ReadonlyArray<TextColumn<Row>>;
  /** What the list verb was asked. */
  asked: object;
}

/** Takes rows out as a file, all that match or `only` some of them; the server writes down who did. */
export function useExport<Row>({ of, title, columns, asked }: ExportProps<Row>) {
  const t = useTranslations('list');
  const calls = useCalls();
  const { change, busy } = useChange();
  const run = async (only: object) => {
    const taken = (await calls.mutation(`${of}.export`, { ...asked, ...only })) as { items: Row[]; complete: boolean };
    saveRows(title, columns, taken.items);
    return taken;
  };
  return {
    busy,
    takeOut: (only: { only?: string[] } = {}) =>
      change({
        run: () => run(only),
        said: ({ items, complete }) => t(complete ? 'exported' : 'exportedPart', { count: items.length }),
      }),
  };
}
