import { registerHooks } from 'node:module';
import type { TestDatabase } from '@studyspot/db/testing/database';
import type { openTestPortal } from './test-portal.ts';

/** One mistake in a file of packages/api/src or in a function of the database. */
export interface Patch {
  /** Path under packages/api/src, or `sql:schema.function`. */
  where: string;
  from: string;
  to: string;
}

const source = new URL('../../', import.meta.url).href;
const patches = new Map<string, readonly Patch[]>();
let isHooked = false;

function mutantOf(url: string | undefined): string | null {
  return url?.startsWith(source) ? new URL(url).searchParams.get('mutant') : null;
}

function replaceAll(text: string, { where, from, to }: Patch): string {
  if (!text.includes(from)) throw new Error(`${where} no longer holds "${from}": mend the mutant`);
  return text.replaceAll(from, to);
}

// A module loaded with ?mutant=N gets its own copies of all modules of this package, patched: the mistake is made in
// the real code, and the code needs no switch for it.
function hook(): void {
  if (isHooked) return;
  isHooked = true;
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const mutant = mutantOf(context.parentURL);
      if (mutant === null || !found.url.startsWith(source) || !found.url.endsWith('.ts')) return found;
      return { ...found, url: `${found.url}?mutant=${mutant}` };
    },
    load(url, context, next) {
      const loaded = next(url, context);
      const mutant = mutantOf(url);
      if (mutant === null || loaded.source === undefined || loaded.source === null) return loaded;
      const path = url.slice(source.length).split('?', 1)[0] ?? '';
      const mine = (patches.get(mutant) ?? []).filter(({ where }) => where === path);
      if (mine.length === 0) return loaded;
      return { ...loaded, source: mine.reduce(replaceAll, Buffer.from(loaded.source as Uint8Array).toString()) };
    },
  });
}

/** The portal's opener out of a copy of the package that holds these mistakes. */
export async function loadMutant(name: string, mistakes: readonly Patch[]): Promise<typeof openTestPortal> {
  hook();
  const key = encodeURIComponent(name);
  patches.set(new URL(`http://x/?mutant=${key}`).searchParams.get('mutant') ?? name, mistakes);
  const loaded: unknown = await import(`./test-portal.ts?mutant=${key}`);
  if (typeof loaded !== 'object' || loaded === null || !('openTestPortal' in loaded)) throw new Error('no portal');
  return loaded.openTestPortal as typeof openTestPortal;
}

export async function patchDatabase({ sql }: TestDatabase, mistakes: readonly Patch[]): Promise<void> {
  for (const patch of mistakes) {
    if (!patch.where.startsWith('sql:')) continue;
    const name = patch.where.slice(4);
    const [row] = await sql`select pg_get_functiondef(${name}::regproc) as text`;
    await sql.unsafe(replaceAll(String(row?.text), patch));
  }
}
