'use client';

import { Moment } from '@studyspot/portal/day';
import { fieldText, isTold } from '@studyspot/portal/record/change-words';
import { useSay } from '@studyspot/portal/record/use-say';
import { useTranslations } from 'next-intl';
import type { Entry } from './audit-entry.tsx';

/** How it was and how it became, field by field. */
export function AuditChanges({ changes }: Pick<Entry, 'changes'>) {
  const t = useTranslations('audit');
  const told = changes.filter(isTold);
  if (told.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-11 w-fit items-center rounded-control text-primary underline-offset-2 hover:underline lg:min-h-6">
        {t('changes', { count: told.length })}
      </summary>
      <table className="mt-1 mb-2 w-full max-w-3xl table-fixed">
        <thead>
          <tr className="border-line border-b text-left text-text-muted text-xs">
            <th scope="col" className="w-[30%] py-1.5 pr-3 font-medium">
              {t('field')}
            </th>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              {t('before')}
            </th>
            <th scope="col" className="py-1.5 font-medium">
              {t('after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ field, before, after }) => (
            <tr key={field} className="border-line border-b align-top">
              <th scope="row" className="break-words py-1.5 pr-3 text-left font-normal text-text-muted">
                <FieldName field={field} />
              </th>
              <td className="break-words py-1.5 pr-3">
                <Value value={before} />
              </td>
              <td className="break-words py-1.5">
                <Value value={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function FieldName({ field }: { field: string }) {
  return fieldText(useSay(), 'audit', field);
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const word = /^[a-z_]{2,}$/;

function Value({ value }: { value: string | null }) {
  const t = useTranslations('timeline.values');
  if (value === null || value === '') return t('none');
  if (moment.test(value)) return <Moment at={value} />;
  if (word.test(value) && t.has(value)) return t(value);
  if (/^[[{]/.test(value)) return <code className="whitespace-pre-wrap break-words text-xs">{spaced(value)}</code>;
  return value;
}

function spaced(value: string): string {
  try {
    return JSON.stringify(JSON.parse(value), null, 1);
  } catch {
    return value;
  }
}
