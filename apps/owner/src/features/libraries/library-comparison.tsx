'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { countText } from '@studyspot/portal/count';
import { Answered } from '@studyspot/portal/data/answered';
import { StandingChip } from '@studyspot/portal/libraries/standing-chip';
import { RecordPage } from '@studyspot/portal/page/record-page';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { StatusOf } from '@studyspot/portal/status';
import { Card } from '@studyspot/ui/card';
import { EmptyState } from '@studyspot/ui/empty-state';
import { LibraryBig } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { libraryAddress, libraryStatus } from './library-address.ts';

type Compared = OwnerOutputs['comparison']['libraries'][number];

const FIGURES = ['seats', 'active', 'inactive', 'suspended', 'joined', 'left'] as const;
type Figure = (typeof FIGURES)[number];

const figureOf = (library: Compared, figure: Figure): number =>
  figure === 'seats' ? library.capacity : library[figure];

const link = 'break-words font-medium text-primary underline underline-offset-2';

export function LibraryComparison() {
  const t = useTranslations('comparison');
  const reading = trpc.comparison.libraries.useQuery({});
  return (
    <RecordPage words="comparison" list={libraryAddress.path} title={t('title')} note={t('lead')} layout="block">
      <Answered reading={reading}>
        {(libraries) =>
          libraries.length === 0 ? (
            <EmptyState icon={<LibraryBig size={24} strokeWidth={1.75} />} title={t('emptyTitle')}>
              {t('empty')}
            </EmptyState>
          ) : (
            <>
              <SideBySide libraries={libraries} />
              <OneByOne libraries={libraries} />
            </>
          )
        }
      </Answered>
    </RecordPage>
  );
}

const sumOf = (libraries: readonly Compared[], figure: Figure) =>
  countText(libraries.reduce((sum, library) => sum + figureOf(library, figure), 0));

const cell = 'px-3 py-2.5 text-right tabular-nums';

/** Where there is room for columns. */
function SideBySide({ libraries }: { libraries: readonly Compared[] }) {
  const t = useTranslations('comparison');
  return (
    <div className="overflow-x-auto max-md:hidden">
      <table className="w-full text-sm">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="text-text-muted text-xs">
          <tr className="border-line border-b">
            <th scope="col" className="py-2.5 pr-3 text-left font-medium">
              {t('library')}
            </th>
            <th scope="col" className="px-3 py-2.5 text-left font-medium">
              {t('status')}
            </th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col" className={`${cell} font-medium`}>
                {t(figure)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {libraries.map((library) => (
            <tr key={library.id}>
              <th scope="row" className="py-2.5 pr-3 text-left font-normal">
                <PageLink href={`${libraryAddress.path}/${library.id}`} className={link}>
                  {library.name}
                </PageLink>
                <span className="block text-text-muted">{library.city}</span>
              </th>
              <td className="px-3 py-2.5">
                <Status library={library} />
              </td>
              {FIGURES.map((figure) => (
                <td key={figure} className={cell}>
                  {countText(figureOf(library, figure))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {libraries.length > 1 ? (
          <tfoot className="border-line border-t font-semibold">
            <tr>
              <th scope="row" colSpan={2} className="py-2.5 pr-3 text-left">
                {t('total')}
              </th>
              {FIGURES.map((figure) => (
                <td key={figure} className={cell}>
                  {sumOf(libraries, figure)}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

/** On a phone each has a card. */
function OneByOne({ libraries }: { libraries: readonly Compared[] }) {
  const t = useTranslations('comparison');
  return (
    <div className="flex flex-col gap-4 md:hidden">
      {libraries.map((library) => (
        <Card key={library.id} id={`compared-${library.id}`} title={library.name} action={<Status library={library} />}>
          <Figures of={(figure) => countText(figureOf(library, figure))} />
          <PageLink
            href={`${libraryAddress.path}/${library.id}`}
            className={`${link} mt-2 inline-flex min-h-11 items-center`}
          >
            {t('open', { name: library.name })}
          </PageLink>
        </Card>
      ))}
      {libraries.length > 1 ? (
        <Card id="compared-total" title={t('total')}>
          <Figures of={(figure) => sumOf(libraries, figure)} />
        </Card>
      ) : null}
    </div>
  );
}

function Figures({ of }: { of: (figure: Figure) => string }) {
  const t = useTranslations('comparison');
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3">
      {FIGURES.map((figure) => (
        <div key={figure} className="min-w-0">
          <dt className="text-text-muted text-xs">{t(figure)}</dt>
          <dd className="mt-0.5 font-semibold text-lg tabular-nums">{of(figure)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Status({ library: { status, standing } }: { library: Compared }) {
  return standing === 'approved' ? (
    <StatusOf {...libraryStatus} status={status} />
  ) : (
    <StandingChip standing={standing} />
  );
}
