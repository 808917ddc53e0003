import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Migration {
  name: string;
  text: string;
  hash: string;
  /** The number of the oldest code that still works with the database once this is applied. */
  oldestCode: string;
  /** Each statement by itself, where no transaction may be open (CREATE INDEX CONCURRENTLY); null is one transaction. */
  outside: { statements: string[]; indexes: string[] } | null;
}

export const migrationsFolder = join(import.meta.dirname, '../../../../drizzle');
export const breakpoint = '--> statement-breakpoint';

/** In the head of a file that nobody has read yet. */
export const draftMark = 'SAY HERE WHAT IT IS FOR, after reading all of it.';

export const numberOf = (name: string): string => name.slice(0, 4);

/** Numbered from 0000 without a gap, so that every database went the same way. */
export function migrationNames(folder = migrationsFolder): string[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -'.sql'.length))
    .sort();
  for (const [index, name] of names.entries()) {
    const wanted = String(index).padStart(4, '0');
    if (!/^\d{4}_[a-z0-9_]+$/.test(name) || numberOf(name) !== wanted)
      throw new Error(`The migration ${name} is out of order: the number ${wanted} is due there.`);
  }
  return names;
}

export function readMigrations(folder = migrationsFolder): Migration[] {
  return migrationNames(folder).map((name) => parse(name, readFileSync(join(folder, `${name}.sql`), 'utf8')));
}

// The head of a file is its first comment.
function parse(name: string, text: string): Migration {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--') || line.startsWith(breakpoint));
  if (text.includes(draftMark))
    throw new Error(`${name} is a draft: read it, and say in its first line what it is for.`);
  const head = lines.slice(0, end < 0 ? lines.length : end);
  const oldest = head.flatMap((line) => /^-- works with code from (\d{4})$/.exec(line)?.[1] ?? [])[0];
  const oldestCode = oldest ?? numberOf(name);
  if (oldestCode > numberOf(name)) throw new Error(`The migration ${name} works with no code older than itself.`);
  const outside = head.includes('-- outside a transaction') ? outsideParts(name, text) : null;
  return { name, text, hash: createHash('sha256').update(text).digest('hex'), oldestCode, outside };
}

function outsideParts(name: string, text: string): Migration['outside'] {
  const indexes: string[] = [];
  for (const [found, ifNotExists, index] of text.matchAll(
    /create\s+(?:unique\s+)?index\s+concurrently\s+(if\s+not\s+exists\s+)?("?[a-z0-9_]+"?)/gi,
  )) {
    // What a crash left half done is begun again: what had been finished must not stand in the way.
    if (!ifNotExists || !index)
      throw new Error(`${name}: "${found}" needs IF NOT EXISTS, since the file may run twice.`);
    indexes.push(index.replaceAll('"', ''));
  }
  return { statements: text.split(breakpoint).filter((part) => part.trim() !== ''), indexes };
}
