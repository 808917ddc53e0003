import { isTest, lineAt, type Problem, type Rule, type Source } from './project.ts';
import { type Import, importsOf, leadsTo } from './syntax.ts';

/** architecture: who may import whom. A zone may always import itself. */
const table: Record<string, readonly string[]> = {
  'apps/owner': ['packages/api', 'packages/ui', 'packages/portal'],
  'apps/admin': ['packages/api', 'packages/ui', 'packages/portal'],
  'apps/worker': ['packages/api'],
  'apps/sandbox': [],
  'packages/portal': ['packages/api', 'packages/ui'],
  'packages/api': ['packages/db', 'packages/providers'],
  'packages/db': [],
  'packages/providers': [],
  'packages/ui': [],
};

// What a browser may hold of the api: no server code behind these doors.
const clientDoor =
  /^packages\/api\/(src\/(domains\/[a-z]+\/([a-z]+\/)?(schema|rules|names)|permissions\/.+|live\/touched|errors\/codes|fields|states|phone-number|locale)(\.ts)?$|messages\/)/;

export const importTable: Rule = {
  name: 'imports follow the table',
  find: (sources) => sources.flatMap((file) => importsOf(file).flatMap((one) => problemOf(file, one))),
};

function problemOf(file: Source, one: Import): Problem[] {
  const message = judge(file, one);
  return message === null ? [] : [{ path: file.path, line: lineAt(file.text, one.start), message }];
}

function judge(file: Source, one: Import): string | null {
  const zone = zoneOf(file.path);
  const target = leadsTo(file.path, one.from);
  if (target === null) return judgeThirdParty(file.path, zone, one.from);
  const targetZone = zoneOf(target);
  const allowed = table[zone];
  // A provider, and what jobs send by it, is tested against the stand-in that speaks its protocol.
  const sends = zone === 'packages/providers' || file.path.startsWith('packages/api/src/letters/');
  const standIn = isTest(file.path) && sends && targetZone === 'apps/sandbox';
  if (allowed && targetZone !== zone && !allowed.includes(targetZone) && !standIn)
    return `${zone} may not import ${targetZone}`;
  if (
    targetZone === 'packages/api' &&
    zone !== 'packages/api' &&
    isClient(file) &&
    !one.typeOnly &&
    !clientDoor.test(target)
  ) {
    return `a client component may not import ${one.from}`;
  }
  if (/\/index(\.tsx?)?$|\/\.?$/.test(target)) return 'import the file itself, not a folder';
  return judgeFeature(file.path, target);
}

function judgeThirdParty(path: string, zone: string, from: string): string | null {
  if (zone === 'packages/api' && /^(next|next-auth|next-intl|react|react-dom)(\/|$)/.test(from))
    return `packages/api may not import ${from}`;
  const driver = /^(postgres|pg|drizzle-orm)(\/|$)/.test(from);
  if (driver && table[zone] && zone !== 'packages/db') return `only packages/db may import ${from}`;
  if (/^@trpc\/server(\/|$)/.test(from) && /^packages\/api\/src\/domains\//.test(path))
    return 'a domain may not import tRPC';
  return null;
}

function judgeFeature(path: string, target: string): string | null {
  const [, app, layer, name] = /^((?:apps|packages)\/[a-z]+)\/src\/(features|shell|app)\/([^/]+)/.exec(path) ?? [];
  const [, targetApp, targetLayer, targetName] =
    /^((?:apps|packages)\/[a-z]+)\/src\/(features|shell|app)\/([^/]+)/.exec(target) ?? [];
  if (app === undefined || targetLayer === undefined) return null;
  if (layer === 'features' && targetLayer === 'features' && (name !== targetName || app !== targetApp)) {
    return app === targetApp || name !== targetName
      ? `the feature ${name} may not import the feature ${targetName}`
      : null;
  }
  if (layer === 'features' && targetLayer === 'app') return 'a feature may not import a route';
  if (layer === 'shell' && targetLayer !== 'shell') return `the shell may not import ${targetLayer}`;
  return null;
}

function isClient({ parsed }: Source): boolean {
  const first = parsed?.program.body[0];
  return first?.type === 'ExpressionStatement' && 'directive' in first && first.directive === 'use client';
}

function zoneOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'apps' || first === 'packages' ? `${first}/${second}` : first;
}
