import * as z from 'zod/mini';
import { atMost, email, id, instant, line, newestFirst, optionalInstant, search } from '../../fields.ts';
import { listInput } from '../../procedures/list.ts';
import { TRIAL_DAYS } from '../tenants/rules.ts';
import { trialDays } from '../tenants/schema.ts';

// Every setting: who may set it, what it may hold, what holds until someone does.
export const SETTINGS = {
  'display.locale': { kind: 'library', value: z.enum(['en', 'hi']), fallback: 'en' },
  'receipts.footer': { kind: 'library', value: line(200, 0), fallback: '' },
  'libraries.default_capacity': { kind: 'library', value: z.int().check(z.gte(1), z.lte(10_000)), fallback: 50 },
  'platform.support_email': { kind: 'platform', value: email, fallback: 'support@studyspot.com' },
  'platform.trial_days': { kind: 'platform', value: trialDays, fallback: TRIAL_DAYS },
  'platform.notice': { kind: 'platform', value: line(300, 0), fallback: '' },
} as const;
export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS).filter((key): key is SettingKey => key in SETTINGS);

const scalar = z.union([z.string().check(atMost(1000)), z.number(), z.boolean()]);

// version 0: nobody has set it yet
const storedVersion = z.int().check(z.gte(0), z.lte(2_147_483_647));

export const setting = z.object({
  key: z.enum(SETTING_KEYS),
  value: scalar,
  isDefault: z.boolean(),
  version: z.int(),
  updatedAt: optionalInstant,
});
export const settingsOutput = z.array(setting);
export const putSettingInput = z.object({ key: z.enum(SETTING_KEYS), value: scalar, version: storedVersion });

export const FLAGS = {
  'libraries.map': false,
  'staff.phone_sign_in': false,
  'display.dark': true,
} as const;
export type FlagKey = keyof typeof FLAGS;
export const FLAG_KEYS = Object.keys(FLAGS).filter((key): key is FlagKey => key in FLAGS);
const flagKey = z.enum(FLAG_KEYS);

export const nothing = z.optional(z.object({}));
export const allFlagsInput = z.object({ tenantId: z.optional(id) });
export const flag = z.object({
  key: flagKey,
  enabled: z.boolean(),
  // where the answer comes from: the code's default, the row for everyone, the row of this tenant
  from: z.enum(['default', 'everyone', 'tenant']),
  version: z.int(),
});
export const flagsOutput = z.array(flag);
export const putFlagInput = z.object({
  key: flagKey,
  enabled: z.boolean(),
  tenantId: z.optional(id),
  version: storedVersion,
});
export const myFlagsOutput = z.array(z.object({ key: flagKey, enabled: z.boolean() }));

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
// A value as a person reads it: text as it is, anything else as JSON; null where there was none.
const trailChange = z.object({ field: z.string(), before: z.nullable(z.string()), after: z.nullable(z.string()) });
export const auditEntry = z.object({
  id,
  name: z.string(),
  tenantId: id,
  tenantName: z.string(),
  actorName: z.nullable(z.string()),
  subjectKind: z.string(),
  subjectId: z.string(),
  changes: z.array(trailChange),
  at: instant,
});
export const auditCsv = z.object({ fileName: z.string(), csv: z.string(), rows: z.int(), complete: z.boolean() });
