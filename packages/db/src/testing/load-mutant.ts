import { registerHooks } from 'node:module';

/** One mistake in one file; `from` stands there once. */
export interface Edit {
  file: string;
  from: string;
  to: string;
}

interface Mutant {
  /** All below it is copied, and nothing else. */
  folder: string;
  edits: readonly Edit[];
}

/** By the query, `?mutant=N`, that its modules carry. */
const mutants = new Map<string, Mutant>();

const queryOf = (url: string | undefined): string => (url === undefined ? '' : new URL(url).search);

export function edited(text: string, { file, from, to }: Edit): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times "${from}": mend the mutant`);
  return parts.join(to);
}

// A module loaded with the query of a mutant gets its own copies of all modules of its folder, edited: the mistake is
// made in the real code, and the code needs no switch for it.
function hook(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const query = queryOf(context.parentURL);
      const mutant = mutants.get(query);
      if (!mutant || !found.url.startsWith(mutant.folder) || !found.url.endsWith('.ts')) return found;
      return { ...found, url: found.url + query };
    },
    load(url, context, next) {
      const loaded = next(url, context);
      const query = queryOf(url);
      const mutant = mutants.get(query);
      if (!mutant || loaded.source === undefined || loaded.source === null) return loaded;
      const file = url.slice(mutant.folder.length, -query.length);
      const mine = mutant.edits.filter((edit) => edit.file === file);
      if (mine.length === 0) return loaded;
      return { ...loaded, source: mine.reduce(edited, Buffer.from(loaded.source as Uint8Array).toString()) };
    },
  });
}

/** Imports files out of a copy of the folder that holds these mistakes; Node itself must load them. */
export function loadMutant(folder: URL, edits: readonly Edit[]): <T>(file: string) => Promise<T> {
  if (mutants.size === 0) hook();
  const query = `?mutant=${mutants.size}`;
  mutants.set(query, { folder: folder.href, edits });
  return async <T>(file: string) => (await import(new URL(file + query, folder).href)) as T;
}
