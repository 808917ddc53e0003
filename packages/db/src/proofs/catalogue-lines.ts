import type { Catalogue, Grant } from './catalogue.ts';

/** The catalogue as one line per fact, the form in which it is declared. */
export interface CatalogueLines {
  relations: string[];
  policies: string[];
  grants: string[];
  functions: string[];
  keys: string[];
  columns: string[];
  roles: string[];
  triggers: string[];
  rewrites: string[];
}

const short = (expression: string | null) =>
  expression === null
    ? '-'
    : expression
        .replaceAll(`(current_setting('app.tenant_id'::text))::uuid`, 'CLAIM')
        .replaceAll(`'00000000-0000-7000-8000-000000000001'::uuid`, 'PLATFORM');

function grantLines(grants: readonly Grant[]): string[] {
  const grouped = new Map<string, string[]>();
  for (const { kind, object, column, grantee, privilege } of grants) {
    const key = `${grantee} ${kind === 'column' ? 'table' : kind} ${object}: ${privilege.toLowerCase()}`;
    grouped.set(key, [...(grouped.get(key) ?? []), ...(column === null ? [] : [column])]);
  }
  return [...grouped].map(([key, columns]) => (columns.length > 0 ? `${key} (${columns.sort().join(' ')})` : key));
}

export function linesOf(c: Catalogue): CatalogueLines {
  const functions = c.functions.map((f) => {
    const may = c.grants.filter((g) => g.kind === 'function' && g.object === f.name).map((g) => g.grantee);
    const runners = [...new Set(may)].sort().join(' ');
    return `${f.name} of ${f.owner}, ${f.definer ? `for ${runners}` : `inner${runners}`}`;
  });
  return {
    // The trail's years come by themselves; a rule counts them.
    relations: c.relations
      .filter(({ name, leaf }) => !(leaf && /_\d{4}$/.test(name)))
      .map((r) => `${r.schema}.${r.name} ${r.kind}`),
    policies: c.policies.map(
      (p) =>
        `${p.table} ${p.name}: ${p.command}${p.permissive ? '' : ' restrictive'} to ${p.roles.join(' ')} using ${short(p.using)} check ${short(p.check)}`,
    ),
    grants: grantLines(c.grants.filter(({ kind }) => kind !== 'function')),
    functions,
    keys: c.keys.map((k) => `${k.table} ${k.name}: ${short(k.definition)}`),
    columns: c.columns.map(
      (column) =>
        `${column.table}.${column.name} ${column.type}${column.notNull ? ' not null' : ''}${column.default === null ? '' : ` default ${short(column.default)}`}`,
    ),
    roles: c.roles.map(
      (r) => `${r.name} ${r.login ? 'login' : 'no login'}${r.memberOf.map((role) => ` in ${role}`).join('')}`,
    ),
    triggers: c.triggers,
    rewrites: c.rewrites,
  };
}
