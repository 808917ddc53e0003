import { countText } from '@studyspot/portal/count';
import { Moment } from '@studyspot/portal/day';
import { Table } from '@studyspot/ui/table';
import { useTranslations } from 'next-intl';
import type { Health } from './health-screen.tsx';

export function useKindName() {
  const t = useTranslations('health.kindNames');
  return (kind: string) => (t.has(kind) ? t(kind) : kind);
}

/** What was done of each kind, when last, and what it had to say. */
export function DoneKinds({ kinds }: Pick<Health, 'kinds'>) {
  const t = useTranslations('health');
  const nameOf = useKindName();
  if (kinds.length === 0) return <p className="text-text-muted">{t('kindsNone')}</p>;
  return (
    <Table
      caption={t('kinds')}
      rows={kinds}
      rowKey={({ kind }) => kind}
      columns={[
        { key: 'kind', header: t('kind'), area: 'title', cell: ({ kind }) => nameOf(kind) },
        { key: 'done', header: t('done'), area: 'side', numeric: true, cell: ({ done }) => countText(done) },
        { key: 'failed', header: t('failed'), area: 'none', numeric: true, cell: ({ failed }) => countText(failed) },
        {
          key: 'lastAt',
          header: t('lastAt'),
          area: 'status',
          cell: ({ lastAt, lastErrorAt }) => {
            const at = lastAt ?? lastErrorAt;
            return at ? <Moment at={at} /> : '–';
          },
        },
        {
          key: 'says',
          header: t('says'),
          area: 'detail',
          cell: ({ note, lastError }) => <span className="break-words">{note ?? lastError ?? '–'}</span>,
        },
      ]}
    />
  );
}
