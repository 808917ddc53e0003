import type * as z from 'zod/mini';
import { FLAG_KEYS, FLAGS, type FlagKey } from './names.ts';
import type { flag } from './schema.ts';

export interface FlagRow {
  key: string;
  enabled: boolean;
  version: number;
}
type Flag = z.input<typeof flag>;

/**
 * The tenant's own row wins over the one for everyone, which wins over the code's default. `version` is that of the row
 * which a change would touch: the tenant's where one is looked at.
 */
export function flagOf(key: FlagKey, everyone: FlagRow | undefined, tenant: FlagRow | null | undefined): Flag {
  const version = (tenant === undefined ? everyone?.version : tenant?.version) ?? 0;
  if (tenant) return { key, enabled: tenant.enabled, from: 'tenant', version };
  if (everyone) return { key, enabled: everyone.enabled, from: 'everyone', version };
  return { key, enabled: FLAGS[key], from: 'default', version };
}

/** `tenant` undefined: the flags for everyone are looked at. */
export function allFlags(everyone: readonly FlagRow[], tenant: readonly FlagRow[] | undefined): Flag[] {
  const find = (rows: readonly FlagRow[], key: string) => rows.find((row) => row.key === key);
  return FLAG_KEYS.map((key) => flagOf(key, find(everyone, key), tenant && (find(tenant, key) ?? null)));
}
