import { randomBytes, randomUUID } from 'node:crypto';
import type { TestDatabase } from '@studyspot/db/testing/database';
import { hashSecret } from '../sign-in/derive.ts';
import { cookieOf } from '../testing/server.ts';

/** A tenant with an owner who is signed in, and two libraries; gives the owner's cookie and its id. */
export async function addTenant({ sql }: TestDatabase, number: number): Promise<{ cookie: string; tenant: string }> {
  const [tenantId, user, session] = [randomUUID(), randomUUID(), randomUUID()];
  const secret = randomBytes(32);
  const email = `neighbour-${number}@example.test`;
  await sql`insert into users (id, email, name, verified_at) values (${user}, ${email}, 'A neighbour', now())`;
  await sql`insert into tenants (id, name, slug, email, status)
    values (${tenantId}, ${`Neighbour ${number}`}, ${tenantId}, ${email}, 'active')`;
  await sql`insert into memberships (tenant_id, user_id, role, name, email, accepted_at)
    values (${tenantId}, ${user}, 'owner', 'A neighbour', ${email}, now())`;
  await sql`insert into sessions (id, user_id, portal, seed, secret_hash, confirmed_at, access_ends_at, idle_days,
      idle_ends_at, ends_at, for_tenant)
    values (${session}, ${user}, 'owner', ${randomBytes(32)}, ${Buffer.from(hashSecret(secret))}, now(),
      now() + interval '6 hours', 7, now() + interval '7 days', now() + interval '30 days', ${tenantId})`;
  await addRows(sql, tenantId, 2);
  const made = {
    id: session,
    secret,
    secretHash: hashSecret(secret),
    seed: secret,
    portal: 'owner',
    tenantId,
  } as const;
  return { cookie: cookieOf({ session: made }), tenant: tenantId };
}

export async function addRows(sql: TestDatabase['sql'], tenant: string, count: number): Promise<void> {
  await sql`
    insert into libraries (tenant_id, name, code, address, city, state, pincode, capacity, hours)
      select ${tenant}::uuid, 'Gyan Reading Hall ' || n, 'code-' || n, '12 Station Road', 'Jaipur', 'Rajasthan', '302001',
        80, '[null, null, null, null, null, null, null]' from generate_series(1, ${count}) n`;
}
