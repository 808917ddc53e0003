'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { Answered } from '@studyspot/portal/data/answered';
import { Moment } from '@studyspot/portal/day';
import { NamedFacts } from '@studyspot/portal/named-facts';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { Facts } from '@studyspot/ui/card';
import { Dialog } from '@studyspot/ui/dialog';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { useKindName } from './done-kinds.tsx';
import type { Job } from './given-up.tsx';
import { JobActions } from './job-actions.tsx';

type Detail = AdminOutputs['jobs']['get'];

const link = 'text-primary underline underline-offset-2';

export interface GivenUpDialogProps {
  job: Job | null;
  mayAct: boolean;
  close: () => void;
}

/** All that is known of one job, and what can be done about it. */
export function GivenUpDialog({ job, mayAct, close }: GivenUpDialogProps) {
  const common = useTranslations('common');
  const nameOf = useKindName();
  return (
    <Dialog open={job !== null} onClose={close} title={job ? nameOf(job.kind) : ''} close={common('close')}>
      {job ? <Read job={job} mayAct={mayAct} close={close} /> : null}
    </Dialog>
  );
}

function Read({ job, mayAct, close }: { job: Job; mayAct: boolean; close: () => void }) {
  const { id, tenantId } = job;
  const reading = trpc.jobs.get.useQuery({ id, tenantId });
  return (
    <div className="grid gap-5">
      <Answered reading={reading}>{(detail) => <Known detail={detail} />}</Answered>
      {mayAct ? <JobActions job={job} done={close} /> : null}
    </div>
  );
}

function Known({ detail }: { detail: Detail }) {
  const t = useTranslations('health');
  const { tenantId, tenantName, attempts, error, begunAt, at, failures, given, cause } = detail;
  return (
    <>
      <NamedFacts
        words="health"
        facts={{
          customer: tenantName && (
            <PageLink href={`/audit?tenant=${tenantId}`} className={link}>
              {tenantName}
            </PageLink>
          ),
          attempts: t('tries', { count: attempts }),
          begunAt: <Moment at={begunAt} />,
          lastAt: <Moment at={at} />,
          cause: cause ? <Cause event={cause} tenantId={tenantId} /> : t('noCause'),
        }}
      />
      {given.length > 0 ? (
        <section>
          <h3 className="mb-2 font-medium">{t('given')}</h3>
          <Facts
            items={given.map(({ field, value }) => ({
              label: t.has(`fields.${field}`) ? t(`fields.${field}`) : field,
              value,
            }))}
          />
        </section>
      ) : null}
      <section>
        <h3 className="mb-1 font-medium">{t('failures')}</h3>
        {failures.length === 0 ? (
          <p className="break-words">{error ?? t('noReason')}</p>
        ) : (
          <ol className="divide-y divide-line">
            {failures.toReversed().map((failure) => (
              <li key={failure.at} className="py-2">
                <p className="break-words">{failure.error}</p>
                <p className="text-sm text-text-muted">
                  {t('attempt', { number: failure.attempt })} · <Moment at={failure.at} />
                </p>
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

// Whoever has a page of its own here; of all else the record of changes tells.
const pages: Readonly<Record<string, string>> = { tenant: '/tenants' };

function Cause({ event, tenantId }: { event: NonNullable<Detail['cause']>; tenantId: string }) {
  const t = useTranslations('timeline.events');
  const { name, subjectKind, subjectId, at } = event;
  const page = pages[subjectKind];
  return (
    <>
      <PageLink
        href={page ? `${page}/${subjectId}` : `/audit?tenant=${tenantId}&subject=${subjectId}`}
        className={link}
      >
        {t.has(name) ? t(name) : name}
      </PageLink>
      {' · '}
      <Moment at={at} />
    </>
  );
}
