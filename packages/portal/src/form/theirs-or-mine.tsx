'use client';

import { Button } from '@studyspot/ui/button';
import { useTranslations } from 'next-intl';

/** The two ways on where someone else was faster. */
export function TheirsOrMine({ onTheirs, onMine }: { onTheirs: () => void; onMine: () => void }) {
  const t = useTranslations('common');
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="small" onClick={onTheirs}>
        {t('takeTheirs')}
      </Button>
      <Button size="small" onClick={onMine}>
        {t('keepMine')}
      </Button>
    </span>
  );
}
