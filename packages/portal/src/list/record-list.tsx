'use client';

import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { MenuAct } from '@studyspot/ui/menu';
import { PageHeader } from '@studyspot/ui/page-header';
import { rowLink, Table } from '@studyspot/ui/table';
import type { LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { useWarm } from '../page/warm.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { Beside, besideOf, warmBeside } from './beside.tsx';
import { columnsShown } from './columns-shown.tsx';
import { type FilterAsk, FilterBar } from './filter-bar.tsx';
import { FilteredEmpty } from './filtered-empty.tsx';
import { type Listable, type ListColumn, useCells } from './list-column.tsx';
import { ListMenu } from './list-menu.tsx';
import { ListPager } from './list-pager.tsx';
import { type ListPage, type ListQuery, listHref, sortHeader, wayBack } from './list-query.tsx';
import { Listed, type ListReading } from './listed.tsx';
import { PastTheEnd } from './past-the-end.tsx';
import { usePicked } from './picked.tsx';
import type { PickedBar } from './picked-bar.tsx';
import { RowMenu } from './row-menu.tsx';
import { StayLink } from './stay-link.tsx';
import { useRowsShown } from './use-rows-shown.tsx';
import { ViewTabs } from './view-tabs.tsx';

const Bar = lazy(async () => ({ default: (await import('./picked-bar.tsx')).PickedBar })) as typeof PickedBar;

export interface ListChoice<Filter extends string> {
  name: Filter;
  /** Keys of words: for all of them, and of the group that holds one for each value; without it each says itself. */
  all: string;
  words?: string;
  values: readonly string[];
  label?: string;
}

export interface RecordListProps<Row extends Listable, Filter extends string, Sort extends string> {
  words: string;
  /** The router of the list, where it has another name than its words. */
  of?: string;
  path: string;
  /** What the list verb has answered; the rows of before stay until it does. */
  reading: ListReading<ListPage<Row>>;
  query: ListQuery<Filter, Sort>;
  /** What the list verb was asked. */
  asked: object;
  /** After the first, which is the name and leads to the record. */
  columns: ReadonlyArray<ListColumn<Row, NoInfer<Sort>>>;
  choices: ReadonlyArray<ListChoice<NoInfer<Filter>>>;
  /** Further filters, which are no choice of few. */
  asks?: readonly FilterAsk[];
  icon: LucideIcon;
  /** As its page shows it: most likely the next thing that is looked at. */
  record: () => Promise<ComponentType<{ id: string }>>;
  /** Null for those who may not add. */
  add: { page: string; word: string; icon: LucideIcon } | null;
  /** Where many are brought in at once; null for those who may not. */
  bring?: { href: string; word: string } | null;
  /** With no record at all nothing but the invitation to add one is shown. */
  bare?: boolean;
  /** Cells that can be changed are, by who looks. */
  mayChange?: boolean;
  /** Those who may not take the list out are not offered it. */
  mayExport?: boolean;
  /** In the menu of a row, after what every record has there. */
  acts?: (row: Row) => ReactNode;
  /** In the bar of chosen rows, before what every list has there. */
  actsOnPicked?: (rows: readonly Row[], done: () => void) => ReactNode;
  /** What else the whole list leads to. */
  more?: ReactNode;
  /** Over the rows: what is going on with many of them. */
  above?: ReactNode;
  /** Beside the name. */
  mark?: (row: Row) => ReactNode;
}

/** A page of records: search, filters, sorts, table, pages, and what is said when there are none. */
export function RecordList<Row extends Listable, Filter extends string, Sort extends string>(
  props: RecordListProps<Row, Filter | 'q', Sort | 'name'>,
) {
  return <Listed reading={props.reading}>{(page, busy) => <ReadList {...props} read={page} busy={busy} />}</Listed>;
}

interface ReadListProps<Row extends Listable, Filter extends string, Sort extends string>
  extends RecordListProps<Row, Filter, Sort> {
  read: ListPage<Row>;
  /** The rows are those of before: what was asked for is on its way. */
  busy: boolean;
}

function ReadList<Row extends Listable, Filter extends string, Sort extends string>(
  props: ReadListProps<Row, Filter | 'q', Sort | 'name'>,
) {
  const { words, of = words, path, query, asked, read, busy, add, bare, icon: Icon } = props;
  const { mayChange = false, mayExport = true } = props;
  const t = useTranslations(words);
  const common = useTranslations('common');
  const list = useTranslations('list');
  const { rows: items, hold } = useRowsShown(read.items);
  const page = { ...read, items };
  const cellsOf = useCells<Row>({ of, words, mayChange, hold });
  useWarm(props.record);
  useWarm(warmBeside);
  const { now: open, turnTo, close, onRow } = besideOf(path, query);
  const picked = usePicked(items, JSON.stringify(query.filters));
  const isFiltered = Object.keys(query.filters).length > 0;
  const back = wayBack(path, query, page);
  const isEmpty = page.items.length === 0 && back === null;
  const isBare = isEmpty && !isFiltered && bare;
  const addLink = add ? (
    <ButtonLink
      as={PageLink}
      look="primary"
      aria-keyshortcuts="c"
      href={`${path}/${add.page}`}
      icon={<add.icon size={20} strokeWidth={1.75} aria-hidden="true" />}
    >
      {t(add.word)}
    </ButtonLink>
  ) : null;
  const bring = props.bring && { href: props.bring.href, label: t(props.bring.word) };
  const bringLink = bring ? (
    <ButtonLink as={PageLink} href={bring.href}>
      {bring.label}
    </ButtonLink>
  ) : null;
  const name: ListColumn<Row, Sort | 'name'> = {
    key: 'name',
    area: 'title',
    sort: 'name',
    cell: (row) => (
      <PageLink href={`${path}/${row.id}`} className={rowLink} {...onRow(row.id)}>
        {row.name}
        {props.mark?.(row)}
      </PageLink>
    ),
  };
  const columnOf = ({ sort, ...column }: ListColumn<Row, Sort | 'name'>) => ({
    ...column,
    ...cellsOf(column),
    header: t(column.key),
    ...(sort && { sort: sortHeader(path, query, sort) }),
  });
  const columns = [columnOf(name), ...props.columns.map(columnOf)] as const;
  const shown = columnsShown(columns, query.look);
  const menu = {
    key: 'acts',
    area: 'none',
    header: common('acts'),
    unseen: true,
    cell: (row: Row) => (
      <RowMenu href={`${path}/${row.id}`} name={row.name}>
        <div className="max-[1180px]:hidden">
          <MenuAct run={() => turnTo(row.id)}>{list('lookBeside')}</MenuAct>
        </div>
        {props.acts?.(row)}
      </RowMenu>
    ),
  } as const;
  const hrefOf = (cursor: string | null) => (cursor ? listHref(path, query, { cursor }) : null);

  return (
    <div data-beside className={open ? 'min-[1180px]:mr-[440px] min-[1180px]:[--beside:440px]' : undefined}>
      <PageHeader
        title={t('title')}
        note={page.total === null ? t('countMany') : page.total > 0 ? t('count', { count: page.total }) : null}
        actions={
          isEmpty && !isFiltered ? null : (
            <>
              {props.more}
              <ListMenu
                {...{ of, path, query, asked, columns, mayExport, bring }}
                title={t('title')}
                pick={picked.begin}
              />
            </>
          )
        }
        action={isBare ? null : addLink}
      />
      <ViewTabs of={of} path={path} query={query} />
      {isBare ? null : (
        <FilterBar
          path={path}
          query={query}
          search={t('search')}
          choices={props.choices.map((choice) => ({
            name: choice.name,
            label: t(choice.label ?? choice.name),
            all: t(choice.all),
            value: query.filters[choice.name],
            options: choice.values.map((value) => ({
              value,
              label: choice.words ? t(`${choice.words}.${value}`) : value,
            })),
          }))}
          asks={props.asks}
          busy={busy}
        />
      )}
      {props.above}
      {back ? <PastTheEnd href={back} /> : null}
      {isEmpty && isFiltered ? <FilteredEmpty title={t('noneTitle')} href={path} /> : null}
      {isEmpty && !isFiltered ? (
        <EmptyState
          icon={<Icon size={24} strokeWidth={1.75} />}
          title={t('emptyTitle')}
          actions={
            isBare ? (
              <>
                {addLink}
                {bringLink}
              </>
            ) : null
          }
        >
          {t(add || !t.has('emptyRead') ? 'empty' : 'emptyRead')}
        </EmptyState>
      ) : null}
      {page.items.length === 0 ? null : (
        <div className={open ? 'lg:px-4 min-[1180px]:@container/beside' : 'lg:px-4'}>
          <Table
            link={StayLink}
            caption={t('title')}
            columns={[...shown, menu]}
            rows={page.items}
            rowKey={(row) => row.id}
            roomy={query.look.roomy}
            picking={{
              ...picked,
              label: ({ name: called }) => list('pickOne', { name: called }),
              labelOfAll: list('pickPage'),
            }}
          />
          <ListPager
            shown={page.items.length}
            total={page.total}
            previous={hrefOf(page.prevCursor)}
            next={hrefOf(page.nextCursor)}
          />
        </div>
      )}
      {picked.isOn ? (
        <Suspense>
          <Bar {...{ of, asked, picked, mayExport }} title={t('title')} columns={shown} total={page.total}>
            {props.actsOnPicked?.(picked.rows, picked.clear)}
          </Bar>
        </Suspense>
      ) : null}
      {open ? <Beside id={open} {...{ of, path, turnTo, close }} rows={page.items} record={props.record} /> : null}
    </div>
  );
}
