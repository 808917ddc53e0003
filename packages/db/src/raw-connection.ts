import postgres, { type Sql } from 'postgres';
import { parseAddress } from './tenancy/connection-options.ts';

/** A plain client, for migrations, fixtures and proofs. Portals never hold one: they get handles. */
export function rawConnection(url: string, options: { database?: string; max?: number } = {}): Sql {
  const { path, ...address } = parseAddress(url);
  return postgres({
    ...address,
    ...(path ? { path } : {}),
    ...(options.database ? { database: options.database } : {}),
    max: options.max ?? 1,
    onnotice: () => undefined,
  });
}
