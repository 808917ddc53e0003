import type { CatalogueLines } from './catalogue-lines.ts';
import { functions, roles, triggers } from './declared-functions.ts';

// What is no table of the schema: who may enter, look up and connect, and the wall's own two tables.
const logins = ['ss_tenant', 'ss_platform', 'ss_auth', 'ss_system', 'ss_post'];
const all = [...logins, 'ss_gate', 'ss_identity'];
const each = (names: readonly string[], line: string) => names.map((name) => `${name} ${line}`);

export const byHand: CatalogueLines = {
  relations: ['wall.guard r', 'wall.migrations r'],
  policies: [],
  grants: [
    ...each(logins, 'database this: connect'),
    ...each(['ss_owner', 'ss_gate', 'ss_identity', 'ss_jobs'], 'language plpgsql: usage'),
    ...each(['ss_tenant', 'ss_platform', 'ss_system', 'ss_gate', 'ss_identity', 'ss_jobs'], 'schema public: usage'),
    ...each([...logins, 'ss_identity'], 'schema identity: usage'),
    ...each(['ss_platform', 'ss_auth', 'ss_system', 'ss_identity', 'ss_jobs'], 'schema jobs: usage'),
    ...each(all, 'schema wall: usage'),
    ...each(logins, 'table wall.guard: select (closed)'),
    'ss_identity table wall.migrations: select (name oldest_code)',
  ],
  functions,
  keys: [
    `migrations migrations_oldest_code_check: CHECK (((oldest_code ~ '^[0-9]{4}$'::text) AND (oldest_code <= "left"(name, 4))))`,
    'migrations migrations_pkey: PRIMARY KEY (name)',
  ],
  columns: [
    'guard.closed boolean',
    'migrations.applied_at timestamp with time zone not null default now()',
    'migrations.hash text not null',
    'migrations.name text not null',
    'migrations.oldest_code text not null',
  ],
  roles,
  triggers,
  rewrites: [],
};
