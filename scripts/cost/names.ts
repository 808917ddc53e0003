import type { Source } from '../check/project.ts';
import { isNode, visit } from '../check/syntax.ts';

/** How a domain is spoken of in the sources. */
export interface DomainNames {
  domain: string;
  /** The domain and its routers: `staff`, `platformStaff`. */
  plurals: ReadonlySet<string>;
  singular: string;
  tables: ReadonlySet<string>;
  /** Columns of its tables that say something: none that every table has. */
  columns: ReadonlySet<string>;
}

// The wall speaks of the tenant in every file: there the singular says nothing about the domain.
const wallWord = 'tenant';
const everywhere = new Set(['id', 'tenantId', 'name', 'status', 'version', 'createdAt', 'updatedAt']);

export function namesOf(sources: readonly Source[], domain: string): DomainNames {
  const byPath = new Map(sources.map((file) => [file.path, file]));
  const plurals = new Set([domain]);
  const tables = new Set<string>();
  const columns = new Set<string>();
  visit(byPath.get(`packages/api/src/domains/${domain}/router.ts`)?.parsed?.program, ({ type, id }) => {
    const name = type === 'VariableDeclarator' && isNode(id) ? String(id.name) : '';
    if (name.endsWith('Router')) plurals.add(name.slice(0, -'Router'.length));
  });
  visit(byPath.get(`packages/db/src/schema/${domain}.ts`)?.parsed?.program, (node) => {
    if (node.type !== 'CallExpression' || !isNode(node.callee) || !/table/i.test(String(node.callee.name))) return;
    const [name, shape] = Array.isArray(node.arguments) ? node.arguments : [];
    if (!isNode(name) || typeof name.value !== 'string') return;
    tables.add(name.value);
    for (const column of keysOf(shape)) if (!everywhere.has(column)) columns.add(column);
  });
  return { domain, plurals, singular: domain.replace(/ies$/, 'y').replace(/([^s])s$/, '$1'), tables, columns };
}

function keysOf(shape: unknown): string[] {
  if (!isNode(shape) || !Array.isArray(shape.properties)) return [];
  return shape.properties.flatMap((one: unknown) =>
    isNode(one) && isNode(one.key) ? [String(one.key.name ?? one.key.value)] : [],
  );
}

/** `libraries.max_count` and `maxLibraries` as words. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function holds(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((_, at) => wanted.every((word, step) => words[at + step] === word));
}

// A setting of Postgres, which speaks of other libraries.
const unrelated = new Set(['shared_preload_libraries']);

/** The domain or a table of it by name, alone or within a longer one. */
export function saysPlural(text: string, { plurals, tables }: DomainNames): boolean {
  if (unrelated.has(text)) return false;
  const words = wordsOf(text);
  return [...plurals, ...tables].some((name) => holds(words, wordsOf(name)));
}

/** One of its records: `toLibrary`, `library.created`. A key of another table, `libraryId`, is that table's matter. */
export function saysSingular(text: string, { singular, domain }: DomainNames): boolean {
  if (singular === wallWord || singular === domain) return text.startsWith(`${singular}.`);
  if (/\s/.test(text)) return false;
  const words = wordsOf(text.replace(new RegExp(`${singular}(Id|_id)(?![a-z])`, 'gi'), ' '));
  return words.length > 1 && words.includes(singular);
}

/** `libraryId` among what a proof's side owns: one of its rows was put there for the domain. */
export function isItsId(name: string, { singular }: DomainNames): boolean {
  return singular !== wallWord && name === `${singular}Id`;
}
