import type { Source } from '../check/project.ts';
import { linesOf } from '../check/sizes.ts';
import { importsOf, leadsTo } from '../check/syntax.ts';
import { linesNaming } from './lines-naming.ts';
import { type DomainNames, namesOf, saysPlural } from './names.ts';

export const places = ['api', 'table', 'screens', 'routes', 'messages', 'migration', 'elsewhere'] as const;
export type Place = (typeof places)[number];

export interface Cost {
  /** By place, each file with its lines. */
  files: Record<Place, { path: string; lines: number }[]>;
  total: number;
}

// Written by a program from what is counted already, or prose.
const written = /^(drizzle\/meta\/|package-lock\.json$)|\/(places|found)\.ts$|\.md$|\.svg$/;
// Rows that `npm start` shows: a product's contents, which no domain needs in order to work.
const contents = /^packages\/(api\/src\/demo\/|db\/src\/demo-)/;
// Cases that are tried or measured. The worlds, lists and tables which they read are counted.
const tests = /^bench\/|\.(test|proof|spec)\.tsx?$|\/e2e\/|(^|\/)[a-z-]*(scenarios|mutants)[a-z-]*(\.sql)?\.ts$/;
const support = /^scripts\/|\/(proofs|soaks|testing)\//;

export function placeOf(path: string, domain: string): Place {
  if (path.startsWith(`packages/api/src/domains/${domain}/`)) return 'api';
  if (path === `packages/db/src/schema/${domain}.ts`) return 'table';
  if (/^apps\/[^/]+\/src\/app\//.test(path) && path.split('/').includes(domain)) return 'routes';
  if (new RegExp(`^(apps/[^/]+/src/features|packages/portal/src)/${domain}/`).test(path)) return 'screens';
  if (/\/messages\/[a-z]+\.json$/.test(path)) return 'messages';
  if (/^drizzle\/[^/]+\.sql$/.test(path)) return 'migration';
  return 'elsewhere';
}

const whole = new Set<Place>(['api', 'table', 'screens', 'routes']);
const schemaFile = /^packages\/db\/src\/schema\/([a-z-]+)\.ts$/;

/** Domains whose tables refer to those of this one: that they name it is their own thought, and no plumbing of it. */
function domainsBuiltOn(sources: readonly Source[], domain: string): string[] {
  const table = `packages/db/src/schema/${domain}.ts`;
  return sources.flatMap((file) => {
    const [, name] = schemaFile.exec(file.path) ?? [];
    const refers = importsOf(file).some(({ from }) => leadsTo(file.path, from) === table);
    return name !== undefined && refers ? [name] : [];
  });
}

/** What a domain costs: whole files that are its own, and the lines that name it everywhere else. */
export function measure(sources: readonly Source[], domain: string): Cost {
  const names = namesOf(sources, domain);
  const builtOnIt = domainsBuiltOn(sources, domain);
  const own = (path: string) => {
    const place = placeOf(/\.tsx?$/.test(path) ? path : `${path}.ts`, domain);
    return whole.has(place);
  };
  const files: Cost['files'] = {
    api: [],
    table: [],
    screens: [],
    routes: [],
    messages: [],
    migration: [],
    elsewhere: [],
  };
  let total = 0;
  for (const file of sources) {
    if (written.test(file.path) || tests.test(file.path) || contents.test(file.path)) continue;
    const place = placeOf(file.path, domain);
    if (place === 'elsewhere' && builtOnIt.some((other) => whole.has(placeOf(file.path, other)))) continue;
    const lines = whole.has(place) ? linesOf(file.text) : linesIn(file, place, names, own);
    if (lines === 0) continue;
    files[place].push({ path: file.path, lines });
    total += lines;
  }
  return { files, total };
}

function linesIn(file: Source, place: Place, names: DomainNames, own: (path: string) => boolean): number {
  if (place === 'messages') return messageLines(file.text, names);
  if (place === 'migration') return migrationLines(file.text, names);
  return linesNaming(file, names, own, support.test(file.path)).length;
}

/** Lines under a key that names the domain, at any depth: one key stands on one line. */
export function messageLines(text: string, names: DomainNames): number {
  const open: boolean[] = [];
  let lines = 0;
  for (const line of text.split('\n')) {
    const [, key] = /^\s*"([^"]+)":/.exec(line) ?? [];
    const says = open.at(-1) === true || (key !== undefined && saysPlural(key, names));
    if (says) lines += 1;
    if (line.trimEnd().endsWith('{')) open.push(says);
    else if (/^\s*\},?$/.test(line)) open.pop();
  }
  return lines;
}

/** The statements that name a table of the domain, whole. */
export function migrationLines(text: string, { tables }: DomainNames): number {
  const names = new RegExp(`\\b(${[...tables].join('|')})\\b`);
  if (tables.size === 0) return 0;
  return text
    .replace(/--.*$/gm, '')
    .split(';')
    .filter((statement) => names.test(statement))
    .reduce(
      (lines, statement) =>
        lines +
        statement
          .trim()
          .split('\n')
          .filter((line) => line.trim() !== '').length,
      0,
    );
}
