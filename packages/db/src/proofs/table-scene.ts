import type { Declared, LoginAccess, MemberLogin } from '../schema/declaration.ts';
import { insertText, type Row, sampleRow, withParents, writtenColumns } from '../testing/samples.ts';
import { A, B, P } from './people.ts';
import type { Probe, Role } from './probe.ts';

// What the proofs of a table are made of: its sample's rows in two tenants, and who may do what with them.

export const denied = ['42501'];
export const noClaim = ['42704', '22P02'];
export const memberLogins = ['ss_tenant', 'ss_platform', 'ss_system'] as const;
export const logins = [...memberLogins, 'ss_auth', 'ss_post'] as const;

/** Rows of these numbers stand in A and in B; nothing stands under the fresh one but what it hangs on. */
export const inA = 1;
export const inB = 2;
export const fresh = 7;
/** A tenant that nobody made yet. */
export const freshTenant = '00000000-0000-4000-8000-00000000f4e5';

const nothing: LoginAccess = { reads: 'own', adds: [], changes: [] };

/** As declared; the tables' owner is under the wall with everything. */
export function accessOf(declared: Declared, role: Role): LoginAccess {
  if (role === 'ss_owner') return { reads: 'own', adds: true, changes: writtenColumns(declared) };
  return declared.logins[role as MemberLogin] ?? nothing;
}

export const mayAdd = ({ adds }: LoginAccess): boolean => adds === true || adds.length > 0;

function given(row: Row, { adds }: LoginAccess): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => adds === true || adds.includes(name)));
}

/** The sample's row of that number as this role may give it. */
export function insertOf(
  declared: Declared,
  role: Role,
  n: number,
  tenant: string,
  change: (row: Row) => Row = (row) => row,
): string {
  return insertText(declared, change(given(sampleRow(declared, n, tenant), accessOf(declared, role))));
}

const unlessThere = ({ declared, row }: { declared: Declared; row: Row }) =>
  `${insertText(declared, row)} on conflict do nothing;`;

/** The rows that the proofs of this table need, past the wall. */
export async function lay(probe: Probe, declared: Declared): Promise<void> {
  if (declared.wall === 'id') return;
  const sides = [
    [inA, A],
    [inB, B],
  ] as const;
  const rows = sides.flatMap(([n, tenant]) => [
    ...withParents(declared, n, tenant),
    // In both tenants: what a fresh row hangs on.
    ...withParents(declared, fresh, tenant).slice(0, -1),
  ]);
  const shared = accessOf(declared, 'ss_tenant').reads === 'own and for everyone';
  if (shared) rows.push({ declared, row: sampleRow(declared, 3, P) });
  await probe.script(rows.map(unlessThere).join('\n'));
}

/** Whose rows a claim of A may see beside its own. */
export const alsoSeen = (declared: Declared, role: Role): string[] =>
  accessOf(declared, role).reads === 'own and for everyone' ? [P] : [];

export async function checksum(probe: Probe, { name, wall }: Declared, tenant: string): Promise<string> {
  const [row] = await probe.owner(`select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as sum
    from ${name} t where ${wall} = '${tenant}'`);
  return String(row?.['sum']);
}
