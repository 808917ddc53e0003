import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { everyTable } from '../every-table.ts';
import type { Declared } from '../schema/declaration.ts';
import { PLATFORM_ID } from '../schema/platform.ts';
import { insertText, uuidOf, withParents } from '../testing/samples.ts';

// A small world made by a superuser: two businesses, the platform, and people of every kind.

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
export const bytesOf = (text: string) => `'\\x${hashOf(text)}'::bytea`;

export const A = uuidOf('tenant a');
export const B = uuidOf('tenant b');
export const P = PLATFORM_ID;
export const libraryA = uuidOf(`libraries ${A} 1`);
export const libraryB = uuidOf(`libraries ${B} 2`);

const names = ['asha', 'bina', 'both', 'open', 'gone', 'chief'] as const;
export type PersonName = (typeof names)[number];

export const person = (name: PersonName) => uuidOf(`person ${name}`);
export const member = (name: PersonName, tenant: string) => uuidOf(`member ${name} ${tenant}`);
export const session = (name: PersonName) => uuidOf(`session ${name}`);
export const secret = (name: PersonName) => bytesOf(`secret ${name}`);

const roles: ReadonlyArray<readonly [PersonName, string, string]> = [
  ['asha', A, 'owner'],
  ['bina', B, 'owner'],
  ['both', A, 'manager'],
  ['both', B, 'staff'],
  ['open', A, 'staff'],
  ['open', B, 'staff'],
  ['gone', A, 'manager'],
  ['chief', P, 'super_admin'],
];

// People come by hand, with their tenants.
const byHand = ['tenants', 'memberships'];

const addsOf = ({ logins: { ss_platform: access } }: Declared) =>
  access?.adds === true || (access?.adds ?? []).length > 0;

/** A row of every table of a tenant: of A, of B, and of the platform where it adds some. */
async function samples(): Promise<string> {
  const tables = (await everyTable()).filter(({ name, wall }) => wall === 'tenant_id' && !byHand.includes(name));
  return tables
    .flatMap((table) => [
      ...withParents(table, 1, A),
      ...withParents(table, 2, B),
      ...(addsOf(table) ? withParents(table, 3, P) : []),
    ])
    .map(({ declared, row }) => `${insertText(declared, row)} on conflict do nothing;`)
    .join('\n');
}

const sessionOf = (name: PersonName, tenant: string) => `
  insert into sessions (id, user_id, portal, seed, secret_hash, access_ends_at, idle_days, idle_ends_at, ends_at, for_tenant)
    values ('${session(name)}', '${person(name)}', '${tenant === P ? 'admin' : 'owner'}', '\\x01', ${secret(name)},
      now() + interval '15 minutes', 7, now() + interval '7 days', now() + interval '30 days', '${tenant}');`;

export async function makePeople(sql: Sql): Promise<void> {
  const users = names.map(
    (name) => `insert into users (id, email, name, password_hash) values
      ('${person(name)}', '${name}@example.com', '${name}', 'hash ${name}');`,
  );
  const memberships = roles.map(
    ([name, tenant, role]) => `insert into memberships
      (tenant_id, id, user_id, tenant_kind, role, name, email, accepted_at, removed_at) values
      ('${tenant}', '${member(name, tenant)}', '${person(name)}', '${tenant === P ? 'platform' : 'library'}', '${role}',
        'typed ${name}', '${name}@example.com',
        ${name === 'open' && tenant === A ? 'null' : 'now()'}, ${name === 'gone' ? 'now()' : 'null'});`,
  );
  await sql
    .unsafe(`
      insert into tenants (id, name, slug, email, status) values
        ('${A}', 'Tenant A', 'tenant-a', 'a@example.com', 'active'), ('${B}', 'Tenant B', 'tenant-b', 'b@example.com', 'active');
      ${await samples()}
      ${users.join('')} ${memberships.join('')}
      ${sessionOf('asha', A)} ${sessionOf('bina', B)} ${sessionOf('both', A)} ${sessionOf('open', A)}
      ${sessionOf('gone', A)} ${sessionOf('chief', P)}`)
    .simple();
}
