import * as z from 'zod/mini';
import { atMost, id, instant, newestFirst, search, trailChange } from '../../../fields.ts';
import { listInput } from '../../../procedures/list.ts';

const since = z.optional(z.string().check(atMost(40), z.iso.datetime({ offset: true })));
export const auditFilters = {
  // part of the name of the person who did it
  who: search(100),
  // an event's name or the beginning of it: 'library.created', 'library'
  what: z.optional(z.string().check(atMost(80), z.regex(/^[a-z0-9_.-]*$/, { error: 'text' }))),
  tenantId: z.optional(id),
  subject: z.optional(id),
  from: since,
  to: since,
};
export const auditExportInput = z.object(auditFilters);
export const listAuditInput = z.extend(listInput(auditFilters, ['at']), { sort: newestFirst });
export const auditEntry = z.object({
  id,
  name: z.string(),
  tenantId: id,
  tenantName: z.string(),
  actorName: z.nullable(z.string()),
  subjectKind: z.string(),
  subjectId: z.string(),
  // as the trail has it; a thing without a name has none
  subjectName: z.nullable(z.string()),
  changes: z.array(trailChange),
  at: instant,
});
export const auditCsv = z.object({ fileName: z.string(), csv: z.string(), rows: z.int(), complete: z.boolean() });
export const auditDays = z.object({
  days: z.array(z.object({ day: z.string(), count: z.int() })),
  complete: z.boolean(),
});
