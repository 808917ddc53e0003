import { domainOrder } from './domains.ts';
import type { Rule, Source } from './project.ts';
import { importsOf, isNode, leadsTo, type SyntaxNode, visit } from './syntax.ts';

interface Procedure {
  name: string;
  kind: string;
  permission: string | null;
  verb: string | null;
}

const begin = '<!-- map: written by scripts/map.ts -->';
const end = '<!-- end of map -->';

/** domain -> procedures -> permission -> tables -> screens, read from the sources. */
export function drawMap(sources: readonly Source[]): string {
  const byPath = new Map(sources.map((file) => [file.path, file]));
  const rows = domainOrder.flatMap((domain) => {
    const folder = `packages/api/src/domains/${domain}/`;
    const router = byPath.get(`${folder}router.ts`);
    if (!router) return [];
    const procedures = [...routersOf(router)].map(([name, list]) => {
      const shown = list.map((one) => `${one.name} (${one.permission ?? one.kind})`).join(', ');
      return `**${name}** ${shown}`;
    });
    const tables = [
      ...tablesUnder(
        byPath,
        [...byPath.keys()].filter((path) => path.startsWith(folder)),
      ),
    ].sort();
    const names = [...routersOf(router).keys()];
    const screens = screensOf(sources, byPath, names).join('<br>') || 'none yet';
    return [
      `| ${domain} | ${procedures.join('<br>')} | ${tables.join(', ') || 'through listed functions'} | ${screens} |`,
    ];
  });
  return [
    begin,
    '',
    '| Domain | Procedures (permission) | Tables | Screens |',
    '|---|---|---|---|',
    ...rows,
    '',
    end,
  ].join('\n');
}

export function withMap(readme: string, map: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  return from < 0 || to < 0
    ? `${readme.trimEnd()}\n\n${map}\n`
    : readme.slice(0, from) + map + readme.slice(to + end.length);
}

export const mapIsTrue: Rule = {
  name: 'the map in the README is true',
  find(sources) {
    const readme = sources.find(({ path }) => path === 'README.md')?.text ?? '';
    return withMap(readme, drawMap(sources)) === readme
      ? []
      : [{ path: 'README.md', message: 'the map is old: npm run map writes it anew' }];
  },
};

/** `export const staffRouter = router({ list: tenantProcedure('…').….reads(listStaff) })`, under the name before "Router". */
function routersOf(file: Source): Map<string, Procedure[]> {
  const routers = new Map<string, Procedure[]>();
  visit(file.parsed?.program, (node) => {
    if (node.type !== 'VariableDeclarator' || !isNode(node.id) || !isNode(node.init)) return;
    const call = node.init;
    if (call.type !== 'CallExpression' || !isNode(call.callee) || call.callee.name !== 'router') return;
    const [object] = Array.isArray(call.arguments) ? call.arguments : [];
    if (!isNode(object) || !Array.isArray(object.properties)) return;
    const procedures = object.properties.filter(isNode).flatMap((property) => procedureOf(property) ?? []);
    routers.set(String(node.id.name).replace(/Router$/, ''), procedures);
  });
  return routers;
}

function procedureOf(property: SyntaxNode): Procedure | null {
  if (property.type !== 'Property' || !isNode(property.key) || !isNode(property.value)) return null;
  const procedure: Procedure = { name: String(property.key.name), kind: 'public', permission: null, verb: null };
  let found = false;
  visit(property.value, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'Identifier') return;
    const name = node.type === 'Identifier' ? String(node.name) : isNode(node.callee) ? String(node.callee.name) : '';
    const kind = /^(public|signedIn|tenant|platform|vendor)Procedure$/.exec(name)?.[1];
    if (!kind) return;
    found = true;
    procedure.kind = kind === 'signedIn' ? 'signed in' : kind;
    const [permission] = Array.isArray(node.arguments) ? node.arguments : [];
    if (isNode(permission) && typeof permission.value === 'string' && /^(tenant|platform|vendor)$/.test(kind))
      procedure.permission = permission.value;
  });
  return found ? procedure : null;
}

/** Tables that these files, and whatever of ours they import, name. */
function tablesUnder(byPath: ReadonlyMap<string, Source>, paths: readonly string[]): Set<string> {
  const tables = new Set<string>();
  for (const path of paths) {
    const file = byPath.get(path);
    for (const { moduleRequest, entries } of file?.parsed?.module.staticImports ?? []) {
      if (!moduleRequest.value.startsWith('@studyspot/db/schema/') || path.endsWith('.test.ts')) continue;
      for (const { importName, isType } of entries) {
        const name = importName.name ?? '';
        if (!isType && isTable(byPath, leadsTo(path, moduleRequest.value), name)) tables.add(name);
      }
    }
  }
  return tables;
}

function isTable(byPath: ReadonlyMap<string, Source>, target: string | null, name: string): boolean {
  const text = byPath.get(`${target}.ts`)?.text ?? '';
  return new RegExp(`export const ${name} = (tenantTable|tenantKeyTable|tableOfTenants|keptTable)`).test(text);
}

/** Routes whose page, with all it imports, calls a procedure of these routers. */
function screensOf(
  sources: readonly Source[],
  byPath: ReadonlyMap<string, Source>,
  routers: readonly string[],
): string[] {
  const calls = new RegExp(`\\.(${routers.join('|')})\\??\\.[a-z]\\w+`);
  const appsOf = new Map<string, string[]>();
  for (const { path } of sources) {
    const [, app, route] = /^apps\/(owner|admin)\/src\/app\/(.*?)\/?page\.tsx$/.exec(path) ?? [];
    if (app === undefined || !reached(byPath, path).some(({ text }) => calls.test(text))) continue;
    const shown = `/${(route ?? '').replace(/\([^)]*\)\/?/g, '')}`.replace(/\/$/, '') || '/';
    appsOf.set(shown, [...(appsOf.get(shown) ?? []), app]);
  }
  return ['both', 'owner', 'admin'].flatMap((where) => {
    const routes = [...appsOf]
      .filter(([, apps]) => (apps.length > 1 ? 'both' : apps[0]) === where)
      .map(([name]) => name);
    return routes.length > 0 ? [`${where} ${routes.map((name) => `\`${name}\``).join(' ')}`] : [];
  });
}

function reached(byPath: ReadonlyMap<string, Source>, path: string, seen = new Set<string>()): Source[] {
  const file = byPath.get(path);
  if (!file || seen.has(path)) return [];
  seen.add(path);
  const next = importsOf(file).flatMap(({ from }) => {
    const target = leadsTo(path, from);
    if (target === null || target.startsWith('packages/api') || target.startsWith('packages/db')) return [];
    return [target, `${target}.ts`, `${target}.tsx`].filter((candidate) => byPath.has(candidate));
  });
  return [file, ...next.flatMap((target) => reached(byPath, target, seen))];
}
