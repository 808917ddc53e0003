'use client';

import { Answered } from '@studyspot/portal/data/answered';
import { Day } from '@studyspot/portal/day';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { Card } from '@studyspot/ui/card';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { importPath, pastImports } from './import-address.ts';

/** What was brought in before: each leads to what became of its rows. */
export function PastImports() {
  const t = useTranslations('imports');
  const reading = trpc.imports.list.useQuery(pastImports);
  return (
    <Card title={t('past')} id="past">
      <Answered reading={reading}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-sm text-text-muted">{t('pastNone')}</p>
          ) : (
            <ul className="flex flex-col divide-y divide-line">
              {items.map(({ id, fileName, state, createdAt }) => (
                <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
                  <PageLink
                    href={`${importPath}/${id}`}
                    className="inline-flex min-h-11 min-w-0 items-center break-all text-primary underline"
                  >
                    {fileName}
                  </PageLink>
                  <span className="text-sm text-text-muted">
                    {t(`states.${state}`)} · <Day at={createdAt} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}
