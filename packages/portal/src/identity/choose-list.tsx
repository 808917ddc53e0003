'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { ErrorSummary } from '@studyspot/ui/error-summary';
import { Check, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { failureOf } from '../failure.tsx';
import { shared } from '../shell/api-client.tsx';

export type Choices = OwnerOutputs['identity']['choices'];

/** Choosing ends in a full load, so that nothing of the other place stays in the page's memory. */
export function ChooseList({ choices }: { choices: Choices }) {
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
        {choices.map(({ tenantId, tenantName, status, role, current }) => {
          const isStopped = status === 'suspended' || status === 'expired';
          const note = isStopped ? t(status) : t(`roles.${role}`);
          const Mark = current ? Check : ChevronRight;
          return (
            <li key={tenantId}>
              <button
                type="button"
                aria-busy={going === tenantId || undefined}
                aria-current={current || undefined}
                onClick={() => (going ? undefined : choose(tenantId))}
                className="flex min-h-16 w-full items-center gap-3 rounded-control px-3 py-2 text-left hover:bg-muted aria-busy:bg-muted"
              >
                <span className="min-w-0 flex-1">
                  <span className="block break-words font-medium text-base">{tenantName}</span>
                  <span className="block text-sm text-text-muted">{current ? t('current', { note }) : note}</span>
                </span>
                <Mark
                  size={20}
                  strokeWidth={1.75}
                  aria-hidden="true"
                  className={current ? 'shrink-0 text-primary' : 'shrink-0 text-text-muted'}
                />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
