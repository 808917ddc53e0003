'use client';

import { MenuAct, MenuGroup } from '@studyspot/ui/menu';
import { useTranslations } from 'next-intl';
import { columnsShown } from './columns-shown.tsx';
import { type ListLook, type ListQuery, listHref } from './list-query.tsx';
import { RowLink } from './row-menu.tsx';
import type { TextColumn } from './save-csv.tsx';
import { stayAt } from './stay-link.tsx';
import { useExport } from './use-export.tsx';
import { useViews } from './use-views.tsx';

export interface ListMenuItemsProps<Row> {
  /** The router of the list. */
  of: string;
  title: string;
  path: string;
  query: ListQuery<string, string>;
  /** What the list verb was asked. */
  asked: object;
  /** The name, which always shows, and all others. */
  columns: readonly [TextColumn<Row>, ...TextColumn<Row>[]];
  mayExport: boolean;
  /** Where many are brought in at once. */
  bring?: { href: string; label: string } | null | undefined;
  pick: () => void;
  nameView: () => void;
}

export function ListMenuItems<Row>(props: ListMenuItemsProps<Row>) {
  const { of, title, path, query, asked, columns, mayExport, bring, pick, nameView } = props;
  const t = useTranslations('list');
  const { now, remove } = useViews(of, query);
  const { look } = query;
  const [name, ...others] = columns;
  const shown = columnsShown(columns, look);
  const { takeOut } = useExport({ of, title, columns: shown, asked });
  const show = (changed: Partial<ListLook>) =>
    stayAt(listHref(path, query, { look: changed, cursor: query.cursor }), 'replace');
  const turn = (turned: TextColumn<Row>) => {
    const left = others.filter((column) => shown.includes(column) !== (column === turned));
    show({ columns: left.length === others.length ? null : [name, ...left].map(({ key }) => key) });
  };
  return (
    <>
      <MenuAct run={pick}>{t('pick')}</MenuAct>
      {mayExport ? <MenuAct run={() => void takeOut()}>{t('export')}</MenuAct> : null}
      {bring ? <RowLink href={bring.href}>{bring.label}</RowLink> : null}
      {now ? (
        <MenuAct run={remove}>{t('removeView', { name: now.name })}</MenuAct>
      ) : (
        <MenuAct run={nameView}>{t('keepView')}</MenuAct>
      )}
      <MenuGroup label={t('columns')} className="max-md:hidden">
        {others.map((column) => (
          <Choice key={column.key} checked={shown.includes(column)} turn={() => turn(column)}>
            {column.header}
          </Choice>
        ))}
      </MenuGroup>
      <MenuGroup label={t('rows')} className="max-md:hidden">
        <Choice checked={look.roomy} turn={() => show({ roomy: !look.roomy })}>
          {t('roomy')}
        </Choice>
      </MenuGroup>
    </>
  );
}

function Choice({ checked, turn, children }: { checked: boolean; turn: () => void; children: string }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 text-sm hover:bg-muted lg:min-h-9">
      {/* Turned at the tap; the address and the list follow. */}
      <input
        key={String(checked)}
        type="checkbox"
        defaultChecked={checked}
        onChange={turn}
        className="size-4 accent-primary"
      />
      {children}
    </label>
  );
}
