'use client';

import { PageHeader } from '@studyspot/ui/page-header';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActParts } from './act-parts.tsx';
import { FieldParts } from './field-parts.tsx';
import { FigureParts } from './figure-parts.tsx';
import { FormParts } from './form-parts.tsx';
import { MenuParts } from './menu-parts.tsx';
import { OverlayParts } from './overlay-parts.tsx';
import { RecordParts } from './record-parts.tsx';
import { TabParts } from './tab-parts.tsx';
import { WordParts } from './word-parts.tsx';
import { WorkParts } from './work-parts.tsx';

const groups = {
  acts: ['buttons', 'links'],
  fields: ['fields', 'selects', 'switches', 'password'],
  forms: ['sums', 'counts', 'pick', 'form'],
  work: ['work', 'upload'],
  words: ['summary', 'notices', 'toasts', 'chips', 'empty', 'skeleton'],
  overlays: ['dialogs', 'confirm', 'search', 'menu', 'tips'],
  records: ['cards', 'table', 'cells', 'queue', 'tabs'],
  figures: ['money', 'tiles', 'days', 'range', 'people', 'charts', 'codes'],
} as const;

/** Each part in each of its states, for those who build with them; in the theme and language of who looks. What the server draws comes along. */
export function StyleBook({ drawn }: { drawn: ReactNode }) {
  const t = useTranslations('styleBook');
  return (
    <>
      <PageHeader title={t('title')} note={t('lead')} />
      <div className="flex flex-col gap-8 px-4 lg:px-8">
        <nav aria-label={t('index')}>
          <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
            {Object.entries(groups).map(([group, parts]) => (
              <div key={group}>
                <dt className="text-text-muted text-xs">{t(`groups.${group}`)}</dt>
                <dd className="flex flex-wrap gap-x-4">
                  {parts.map((part) => (
                    <a
                      key={part}
                      href={`#${part}`}
                      className="inline-flex min-h-11 items-center text-primary underline-offset-2 hover:underline lg:min-h-8"
                    >
                      {t(`parts.${part}`)}
                    </a>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </nav>
        <ActParts />
        <FieldParts />
        <FormParts />
        <WorkParts />
        <WordParts />
        <OverlayParts />
        <MenuParts />
        <RecordParts />
        <TabParts />
        <FigureParts />
        {drawn}
      </div>
    </>
  );
}
