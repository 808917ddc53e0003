import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { PLATFORM_ID } from '../schema/platform.ts';

// A small world made by a superuser: two businesses, the platform, and people of every kind.
const id = (text: string) => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
export const bytesOf = (text: string) => `'\\x${hashOf(text)}'::bytea`;

export const A = id('tenant a');
export const B = id('tenant b');
export const P = PLATFORM_ID;
export const libraryA = id('library a');
export const libraryB = id('library b');

const names = ['asha', 'bina', 'both', 'open', 'gone', 'chief'] as const;
export type PersonName = (typeof names)[number];

export const person = (name: PersonName) => id(`person ${name}`);
export const member = (name: PersonName, tenant: string) => id(`member ${name} ${tenant}`);
export const session = (name: PersonName) => id(`session ${name}`);
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

function rowsOf(tenant: string, letter: string): string {
  const library = letter === 'a' ? libraryA : libraryB;
  return `
    insert into libraries (tenant_id, id, name, code, address, city, state, pincode, capacity, hours) values
      ('${tenant}', '${library}', 'Library ${letter}', 'code-${letter}', 'Road', 'Jaipur', 'RJ', '302001', 40,
        '[null,null,null,null,null,null,null]');
    insert into settings (tenant_id, key, value) values ('${tenant}', 'colour', '"${letter}"');
    insert into feature_flags (tenant_id, key, enabled) values ('${tenant}', 'kiosk', true);
    insert into idempotency_keys (tenant_id, key, procedure, body_hash) values ('${tenant}', 'key-${letter}', 'p', '\\x00');
    insert into domain_events (tenant_id, name, subject_kind, subject_id)
      values ('${tenant}', 'library.created', 'library', '${library}');`;
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
      ${rowsOf(A, 'a')} ${rowsOf(B, 'b')}
      insert into settings (tenant_id, key, value) values ('${P}', 'tax', '18');
      insert into feature_flags (tenant_id, key, enabled) values ('${P}', 'kiosk', false);
      insert into idempotency_keys (tenant_id, key, procedure, body_hash) values ('${P}', 'key-p', 'p', '\\x00');
      insert into domain_events (tenant_id, name, subject_kind, subject_id) values ('${P}', 'tenant.created', 'tenant', '${A}');
      ${users.join('')} ${memberships.join('')}
      ${sessionOf('asha', A)} ${sessionOf('bina', B)} ${sessionOf('both', A)} ${sessionOf('open', A)}
      ${sessionOf('gone', A)} ${sessionOf('chief', P)}`)
    .simple();
}
