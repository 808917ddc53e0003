import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationNames, migrationsFolder } from '../migrations/files.ts';

export interface MigrationsFolder {
  path: string;
  /** Writes the file behind the newest one, and gives its name. */
  add(title: string, text: string): string;
  remove(): void;
}

/** A copy of the product's migrations, to which a test adds its own. */
export function copyMigrations(): MigrationsFolder {
  const path = mkdtempSync(join(tmpdir(), 'ss-migrations-'));
  cpSync(migrationsFolder, path, { recursive: true });
  return {
    path,
    add: (title, text) => {
      const name = `${String(migrationNames(path).length).padStart(4, '0')}_${title}`;
      writeFileSync(join(path, `${name}.sql`), text);
      return name;
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}
