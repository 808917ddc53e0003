import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import type { Sql } from 'postgres';
import { loginPassword, logins } from '../logins.ts';

export const owners = ['ss_owner', 'ss_gate', 'ss_identity', 'ss_jobs'] as const;

const loginNames = Object.values(logins);
const plain = 'nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit';

/** What Postgres would make of the password: made here, the password itself stands in no server log. */
function scramVerifier(secret: string, login: string): string {
  const salt = createHmac('sha256', secret).update(`studyspot salt ${login}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(loginPassword(secret, login), salt, 4096, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}

interface RoleState {
  rolname: string;
  rolcanlogin: boolean;
  open: boolean;
}

/** Roles are per cluster: call under the cluster's lock. Looks first, since even a change to nothing needs a superuser. */
export async function makeRoles(sql: Sql, secret: string): Promise<void> {
  const names = [...owners, ...loginNames];
  const found = await sql<RoleState[]>`
    select rolname, rolcanlogin, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication or rolinherit
      as open from pg_roles where rolname in ${sql(names)}`;
  for (const name of names) {
    const kind = loginNames.some((login) => login === name) ? 'login' : 'nologin';
    const role = found.find((each) => each.rolname === name);
    if (!role) await sql.unsafe(`create role ${name} ${kind} ${plain}`);
    else if (role.open || role.rolcanlogin !== (kind === 'login')) {
      await sql.unsafe(`alter role ${name} ${kind} ${plain}`);
    }
  }
  await becomeOwners(sql);
  await setPasswords(sql, secret);
}

async function becomeOwners(sql: Sql): Promise<void> {
  const missing = await sql<{ name: string }[]>`
    select r.name from unnest(${[...owners]}::text[]) r(name) where not pg_has_role(r.name, 'set')`;
  for (const { name } of missing) await sql.unsafe(`grant ${name} to current_user with inherit false, set true`);
}

async function setPasswords(sql: Sql, secret: string): Promise<void> {
  const [me] = await sql<{ reads: boolean }[]>`select has_table_privilege('pg_authid', 'select') as reads`;
  const known = me?.reads
    ? await sql<{ rolname: string; rolpassword: string | null }[]>`
        select rolname, rolpassword from pg_authid where rolname in ${sql(loginNames)}`
    : [];
  for (const login of loginNames) {
    const verifier = scramVerifier(secret, login);
    if (known.some((role) => role.rolname === login && role.rolpassword === verifier)) continue;
    await sql.unsafe(`alter role ${login} password '${verifier}'`);
  }
}
