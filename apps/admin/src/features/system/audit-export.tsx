'use client';

import { useChange } from '@studyspot/portal/form/use-change';
import { saveFile } from '@studyspot/portal/list/save-csv';
import { Button } from '@studyspot/ui/button';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import type { auditFilters } from './audit-address.ts';

export interface AuditExportProps {
  filters: ReturnType<typeof auditFilters>;
  /** Told how many fitted where that are not all, else null. */
  onPart: (rows: number | null) => void;
}

/** What the list shows, all its pages, as a file. */
export function AuditExport({ filters, onPart }: AuditExportProps) {
  const t = useTranslations('audit');
  const { change, busy } = useChange();
  const { mutateAsync } = trpc.audit.exportCsv.useMutation();
  const run = async () => {
    const file = await mutateAsync(filters);
    saveFile(file.fileName, file.csv);
    onPart(file.complete ? null : file.rows);
    return file;
  };
  return (
    <Button
      look="primary"
      busy={busy}
      icon={<Download size={20} strokeWidth={1.75} aria-hidden="true" />}
      onClick={() => (busy ? undefined : change({ run, said: ({ rows }) => t('exported', { count: rows }) }))}
    >
      {t('export')}
    </Button>
  );
}
