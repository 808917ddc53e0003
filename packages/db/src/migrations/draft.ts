import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Difference, differenceOf, type Snapshot, takeSnapshot } from '../declared-sql.ts';
import { everyTable } from '../every-table.ts';
import { draftMark, migrationNames, migrationsFolder, numberOf } from './files.ts';

const snapshotFile = (folder: string) => join(folder, 'meta/snapshot.json');

export function readSnapshot(folder = migrationsFolder): Snapshot {
  return JSON.parse(readFileSync(snapshotFile(folder), 'utf8')) as Snapshot;
}

export function draftText({ ddl, guards, gone }: Difference, codeLevel: string): string {
  const part = (title: string, lines: readonly string[]) => (lines.length > 0 ? [`-- ${title}`, ...lines, ''] : []);
  const quoted = gone.flatMap((statement) => statement.split('\n')).map((line) => `--   ${line}`);
  return [
    `-- Runs as ss_owner. ${draftMark}`,
    `-- If code of today goes on under it, a line of its own says so: works with code from ${codeLevel}`,
    '',
    ...part('What tables are.', ddl),
    ...part('What guards them.', guards),
    ...part('No longer declared: revoke or drop what these once gave.', quoted),
  ].join('\n');
}

/** Writes the next migration: how the tables differ from the last one's, to be read and completed by a person. */
export async function draftMigration(title: string, folder = migrationsFolder): Promise<string> {
  if (!/^[a-z][a-z0-9_]*$/.test(title)) throw new Error('The name of a migration is made of a-z, 0-9 and _.');
  const names = migrationNames(folder);
  const now = takeSnapshot(await everyTable());
  const difference = await differenceOf(readSnapshot(folder), now);
  const name = `${String(names.length).padStart(4, '0')}_${title}`;
  writeFileSync(join(folder, `${name}.sql`), draftText(difference, numberOf(names.at(-1) ?? '0000')), { flag: 'wx' });
  writeFileSync(snapshotFile(folder), `${JSON.stringify(now, null, 1)}\n`);
  return name;
}
