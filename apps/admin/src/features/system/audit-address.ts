import { AUDIT_EVENTS } from '@studyspot/api/domains/system/audit/names';
import { listInput, type QueryOf } from '@studyspot/portal/list/list-query';

/** A kind of event, or one event of it: `tenant`, `tenant.created`. */
const WHATS: readonly string[] = Object.entries(AUDIT_EVENTS).flatMap(([kind, names]) => [
  kind,
  ...names.map((name) => `${kind}.${name}`),
]);

export const auditAddress = {
  path: '/audit',
  filters: { who: null, what: WHATS, tenant: null, subject: null, from: null, to: null },
  sorts: ['at'],
} as const;

export type AuditQuery = QueryOf<typeof auditAddress>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isId = (text: string | undefined): text is string => text !== undefined && uuid.test(text);

/** Before this year there is nothing: it is one that somebody is still typing. */
const FIRST_DAY = '2020-01-01';

function dayOf(text: string | undefined): string | null {
  const time = text && /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  const day = Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
  return day === text && day >= FIRST_DAY ? day : null;
}

/** What the address asks for. A person says days of India; whatever is no such thing asks for nothing. */
export function auditFilters({ filters }: Pick<AuditQuery, 'filters'>) {
  const { who, what, tenant, subject } = filters;
  const [from, to] = [dayOf(filters.from), dayOf(filters.to)];
  return {
    who: who?.slice(0, 100),
    // with its dot, since one kind may begin like another
    what: what && (what.includes('.') ? what : `${what}.`),
    tenantId: isId(tenant) ? tenant : undefined,
    subject: isId(subject) ? subject : undefined,
    from: from ? `${from}T00:00:00+05:30` : undefined,
    to: to ? `${to}T23:59:59.999+05:30` : undefined,
  };
}

/** The newest first, always. */
export const auditInput = ({ filters, cursor }: AuditQuery) =>
  listInput({ cursor, filters: auditFilters({ filters }) });
