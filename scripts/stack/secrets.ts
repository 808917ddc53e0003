import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error.ts';

const names = ['LOGIN_SECRET', 'SECRET_KEY', 'PASSWORD_KEY', 'OWNER_SESSION_KEY', 'ADMIN_SESSION_KEY'] as const;

export type Secrets = Record<(typeof names)[number], string>;

/** Made once per data folder: a new password key would make every stored password wrong. */
export function keepSecrets(dir: string): Secrets {
  const file = join(dir, 'secrets.json');
  try {
    mkdirSync(dir, { recursive: true });
    const kept: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    const all = Object.fromEntries(
      names.map((name) => [name, kept[name] ?? randomBytes(32).toString('base64url')]),
    ) as Secrets;
    writeFileSync(file, JSON.stringify(all, null, 2), { mode: 0o600 });
    return all;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PlainError(`The folder ${dir} cannot be written (${why}): clone into a folder of your own.`);
  }
}
