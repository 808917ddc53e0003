'use client';

import { ErrorSummary } from '@studyspot/ui/error-summary';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { failureOf } from '../failure.tsx';
import { shared } from '../shell/api-client.tsx';

export interface Place {
  tenantId: string;
  tenantName: string;
  /** The role, or why this one cannot be opened. */
  note: string;
  current: boolean;
}

/** Choosing ends in a full load, so that nothing of the other place stays in the page's memory. */
export function ChooseList({ places }: { places: readonly Place[] }) {
  const t = useTranslations('choose');
  const common = useTranslations('common');
  const { mutateAsync } = shared.identity.chooseTenant.useMutation();
  const [going, setGoing] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);

  const choose = async (tenantId: string) => {
    setGoing(tenantId);
    setFailed(null);
    try {
      await mutateAsync({ tenantId });
      window.location.assign('/');
    } catch (error) {
      setFailed(failureOf(error)?.sentence ?? common('noAnswer'));
      setGoing(null);
    }
  };

  return (
    <div className="flex flex-col gap-4">
      {failed ? <ErrorSummary title={failed} errors={[]} /> : null}
      <ul className="-mx-2 flex flex-col gap-1">
        {places.map((place) => (
          <li key={place.tenantId}>
            <button
              type="button"
              aria-busy={going === place.tenantId || undefined}
              onClick={() => (going ? undefined : choose(place.tenantId))}
              className="flex min-h-16 w-full items-center gap-3 rounded-control px-3 py-2 text-left hover:bg-muted aria-busy:bg-muted"
            >
              <span className="min-w-0 flex-1">
                <span className="block break-words font-medium text-base">{place.tenantName}</span>
                <span className="block text-sm text-text-muted">
                  {place.current ? t('current', { note: place.note }) : place.note}
                </span>
              </span>
              <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-text-muted" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
