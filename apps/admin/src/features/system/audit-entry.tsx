'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { useHere } from '@studyspot/portal/data/here';
import { Moment } from '@studyspot/portal/day';
import { StayLink } from '@studyspot/portal/list/stay-link';
import { eventKey } from '@studyspot/portal/record/event-key';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { classNames } from '@studyspot/ui/class-names';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { auditAddress, isId } from './audit-address.ts';
import { AuditChanges } from './audit-changes.tsx';

export type Entry = AdminOutputs['audit']['list']['items'][number];

/** The page of what an event is about; null where this portal has none for it. */
function pageOf({ subjectKind, subjectId, tenantId }: Entry, platform: string): string | null {
  const isOurs = tenantId === platform;
  switch (subjectKind) {
    case 'tenant':
      return `/tenants/${subjectId}`;
    case 'membership':
      return isOurs ? `/staff/${subjectId}` : null;
    case 'setting':
      return isOurs ? '/settings' : null;
    case 'flag':
      return isOurs ? '/flags' : `/flags?tenant=${tenantId}`;
    default:
      return null;
  }
}

function useSubject({ subjectKind, subjectId, subjectName }: Entry): string {
  const t = useTranslations('audit.things');
  const settings = useTranslations('settings.names');
  const flags = useTranslations('flags.names');
  if (subjectName) return subjectName;
  if (subjectKind === 'setting' && settings.has(subjectId)) return settings(subjectId);
  if (subjectKind === 'flag' && flags.has(subjectId)) return flags(subjectId);
  return t(t.has(subjectKind) ? subjectKind : 'other');
}

export function AuditEntry({ entry }: { entry: Entry }) {
  const { place } = useHere();
  const t = useTranslations('audit');
  const events = useTranslations('events');
  const what = useSubject(entry);
  const page = pageOf(entry, place.id);
  const { name, actorName, tenantId, tenantName, subjectId, at, changes } = entry;
  const [kind = name] = name.split('.');
  const thing = (chunks: ReactNode) =>
    page ? (
      <PageLink href={page} className="font-medium text-primary underline-offset-2 hover:underline">
        {chunks}
      </PageLink>
    ) : (
      <span className="font-medium">{chunks}</span>
    );
  const link = 'inline-flex min-h-6 items-center underline decoration-control underline-offset-2 hover:text-text';
  return (
    <li className="flex flex-col gap-0.5 px-4 py-3 lg:px-8 lg:py-2">
      <div className="flex flex-col gap-x-6 gap-y-0.5 lg:flex-row lg:items-baseline lg:justify-between">
        <p className="min-w-0 break-words">
          {events.rich(eventKey(events, name), {
            who: actorName ?? t('nobody'),
            known: actorName ? 'yes' : 'no',
            what,
            thing,
            kind: t.has(`kinds.${kind}`) ? t(`kinds.${kind}`) : kind,
          })}
        </p>
        <p className="flex shrink-0 flex-wrap items-center gap-x-3 text-sm text-text-muted lg:max-w-[50%] lg:justify-end">
          {isId(subjectId) ? (
            <StayLink
              href={`${auditAddress.path}?subject=${subjectId}`}
              className={classNames(link, 'max-lg:order-last')}
            >
              {t('sameSubject')}
            </StayLink>
          ) : null}
          <StayLink href={`${auditAddress.path}?tenant=${tenantId}`} className={classNames(link, 'max-lg:order-1')}>
            {tenantName}
          </StayLink>
          <span className="tabular-nums">
            <Moment at={at} />
          </span>
        </p>
      </div>
      <AuditChanges changes={changes} />
    </li>
  );
}
