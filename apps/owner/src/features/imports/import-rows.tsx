'use client';

import { IMPORT_VIEWS } from '@studyspot/api/domains/imports/names';
import type { OwnerOutputs } from '@studyspot/api/root';
import { countText } from '@studyspot/portal/count';
import { ListPager } from '@studyspot/portal/list/list-pager';
import { keepRows, Listed } from '@studyspot/portal/list/listed';
import { StayLink } from '@studyspot/portal/list/stay-link';
import { Tabs } from '@studyspot/ui/tabs';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { importPath, readView, rowsAsked } from './import-address.ts';
import { ImportRow } from './import-row.tsx';

type Import = OwnerOutputs['imports']['get'];

/** The rows of a register by what becomes of them, each as a card whose cells say what is wrong. */
export function ImportRows({ register, mayMend }: { register: Import; mayMend: boolean }) {
  const t = useTranslations('imports');
  const params = useSearchParams();
  const now = readView((name) => params.get(name));
  const reading = trpc.imports.rows.useQuery(rowsAsked(register.id, now), keepRows);
  const path = `${importPath}/${register.id}`;
  const hrefOf = (query: Record<string, string | null | undefined>) => {
    const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
    return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
  };
  const views = IMPORT_VIEWS.filter((view) => (register.counts[view] ?? 0) > 0 || view === now.view);
  const page = (cursor: string | null) => (cursor ? hrefOf({ view: now.view, cursor }) : null);
  return (
    <section className="flex flex-col gap-3">
      <Tabs
        label={t('rows')}
        link={StayLink}
        now={now.view ?? 'all'}
        tabs={[
          { key: 'all', label: t('views.all'), href: path },
          ...views.map((view) => ({
            ...{ key: view, label: t(`views.${view}`), href: hrefOf({ view }) },
            count: countText(register.counts[view] ?? 0),
          })),
        ]}
      />
      <Listed reading={reading}>
        {({ items, total, prevCursor, nextCursor }) => (
          <>
            {items.length === 0 ? <p className="py-4 text-sm text-text-muted">{t('noRows')}</p> : null}
            <ul className="grid gap-3 lg:grid-cols-2">
              {items.map((row) => (
                <ImportRow key={row.id} row={row} register={register} mayMend={mayMend} />
              ))}
            </ul>
            <ListPager shown={items.length} total={total} previous={page(prevCursor)} next={page(nextCursor)} />
          </>
        )}
      </Listed>
    </section>
  );
}
