import postgres, { type Sql } from 'postgres';
import { driverSsl, parseAddress } from './tenancy/connection-options.ts';

/** A plain client, for migrations, fixtures and proofs. Portals never hold one: they get handles. */
export function rawConnection(url: string, options: { database?: string; max?: number } = {}): Sql {
  const address = parseAddress(url);
  const { user, password, database, host, port, path } = address;
  return postgres({
    ...{ user, password, database, host, port },
    ssl: driverSsl(address),
    ...(path ? { path } : {}),
    ...(options.database ? { database: options.database } : {}),
    max: options.max ?? 1,
    onnotice: () => undefined,
  });
}
