'use client';

import { AUDIT_EVENTS } from '@studyspot/api/domains/system/audit/names';
import { indianDay } from '@studyspot/portal/day';
import { isTurned, untilToday } from '@studyspot/portal/day-range';
import { AutoSubmit } from '@studyspot/portal/list/auto-submit';
import { FilterChip } from '@studyspot/portal/list/filter-chips';
import { ClearFilters, FilterField } from '@studyspot/portal/list/filter-field';
import { listHref } from '@studyspot/portal/list/list-query';
import { StayLink, stayAt } from '@studyspot/portal/list/stay-link';
import { QuickRanges } from '@studyspot/portal/quick-ranges';
import { eventKey } from '@studyspot/portal/record/event-key';
import { Button } from '@studyspot/ui/button';
import { FieldError } from '@studyspot/ui/field';
import { Select } from '@studyspot/ui/input';
import { useLocale, useTranslations } from 'next-intl';
import { TenantPick } from '../../shell/tenant-pick.tsx';
import { type AuditQuery, auditAddress } from './audit-address.ts';

const { path } = auditAddress;

export interface AuditFiltersProps {
  query: AuditQuery;
  busy: boolean;
  /** Of the customer whose trail alone is looked at, where it is known. */
  tenantName: string | undefined;
}

export function AuditFilters({ query, busy, tenantName }: AuditFiltersProps) {
  const t = useTranslations('audit');
  const common = useTranslations('common');
  const { who, what, tenant, subject, from, to } = query.filters;
  const days = { first: from ?? '', last: to ?? '' };
  const range = useTranslations('range');
  const active = Object.keys(query.filters).length;
  const without = (name: keyof AuditQuery['filters']) => listHref(path, query, { filters: { [name]: undefined } });
  return (
    <>
      <AutoSubmit action={path} busy={busy}>
        {tenant ? <input type="hidden" name="tenant" value={tenant} /> : null}
        {subject ? <input type="hidden" name="subject" value={subject} /> : null}
        <div className="min-w-0 flex-1 basis-full sm:basis-56 lg:max-w-xs">
          <FilterField
            type="search"
            name="who"
            said={who}
            aria-label={t('who')}
            placeholder={t('who')}
            maxLength={100}
          />
        </div>
        <div className="min-w-0 flex-1 basis-full sm:basis-56 lg:max-w-xs">
          <Whats value={what} />
        </div>
        <DayOf name="from" said={from} />
        <DayOf name="to" said={to} />
        <Button type="submit" className="max-sm:sr-only lg:sr-only focus:not-sr-only">
          {common('search')}
        </Button>
      </AutoSubmit>
      {/* Not within the form, which would take what is typed to find a customer for a filter. */}
      <div className="flex flex-wrap items-center gap-2 px-4 pb-3 lg:px-8">
        {tenant ? (
          <FilterChip href={without('tenant')}>{t('ofTenant', { name: tenantName ?? t('thatTenant') })}</FilterChip>
        ) : (
          <TenantPick
            label={t('pickTenant')}
            onPick={(id) => stayAt(listHref(path, query, { filters: { tenant: id } }))}
          />
        )}
        {subject ? <FilterChip href={without('subject')}>{t('ofSubject')}</FilterChip> : null}
        <QuickRanges value={days} today={indianDay(new Date())} cut={untilToday}>
          {({ range: { first, last }, isNow, name, className }) => (
            <StayLink
              href={listHref(path, query, { filters: { from: first, to: last } })}
              aria-current={isNow || undefined}
              className={className}
            >
              {name}
            </StayLink>
          )}
        </QuickRanges>
        <ClearFilters path={path} count={active} />
        <div role="alert" className="w-full empty:hidden">
          {isTurned(days) ? <FieldError id="days">{range('turned')}</FieldError> : null}
        </div>
      </div>
    </>
  );
}

function DayOf({ name, said }: { name: 'from' | 'to'; said: string | undefined }) {
  const t = useTranslations('audit');
  return (
    <div className="flex min-w-0 flex-1 basis-36 flex-col gap-x-2 gap-y-1 sm:flex-none sm:basis-auto sm:flex-row sm:items-center">
      <label htmlFor={`day-${name}`} className="shrink-0 text-sm text-text-muted">
        {t(name)}
      </label>
      <FilterField type="date" id={`day-${name}`} name={name} said={said} />
    </div>
  );
}

function Whats({ value }: { value: string | undefined }) {
  const t = useTranslations('audit');
  const events = useTranslations('timeline.events');
  const { compare } = new Intl.Collator(useLocale());
  const kinds = Object.entries(AUDIT_EVENTS)
    .map(([kind, names]) => ({ kind, label: t(`kinds.${kind}`), names }))
    .sort((a, b) => compare(a.label, b.label));
  const wordOf = (kind: string, name: string) => {
    const what = events(eventKey(events, name));
    // What is said of every kind does not say of which.
    return events.has(name) ? what : t('oneOf', { kind, what });
  };
  return (
    <Select compact name="what" aria-label={t('what')} defaultValue={value ?? ''} key={value}>
      <option value="">{t('allWhats')}</option>
      {kinds.map(({ kind, label, names }) => (
        <optgroup key={kind} label={label}>
          {names.length > 1 ? <option value={kind}>{t('anyOf', { kind: label })}</option> : null}
          {names.map((name) => (
            <option key={name} value={`${kind}.${name}`}>
              {wordOf(label, `${kind}.${name}`)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
