import { registerHooks } from 'node:module';

/** One mistake in one file; `from` must stand there. */
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

const mutants: Mutant[] = [];
let isHooked = false;

function mutantOf(url: string | undefined): { number: string; mutant: Mutant } | null {
  const number = url?.startsWith('file:') ? new URL(url).searchParams.get('mutant') : null;
  const mutant = mutants[Number(number ?? Number.NaN)];
  return number !== null && mutant ? { number, mutant } : null;
}

export function edited(text: string, { file, from, to }: Edit): string {
  if (!text.includes(from)) throw new Error(`${file} no longer holds "${from}": mend the mutant`);
  return text.replaceAll(from, () => to);
}

// A module loaded with ?mutant=N gets its own copies of all modules of its folder, edited: the mistake is made in the
// real code, and the code needs no switch for it.
function hook(): void {
  if (isHooked) return;
  isHooked = true;
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const parent = mutantOf(context.parentURL);
      if (!parent || !found.url.startsWith(parent.mutant.folder) || !found.url.endsWith('.ts')) return found;
      return { ...found, url: `${found.url}?mutant=${parent.number}` };
    },
    load(url, context, next) {
      const loaded = next(url, context);
      const mutant = mutantOf(url)?.mutant;
      if (!mutant || loaded.source === undefined || loaded.source === null) return loaded;
      const file = url.slice(mutant.folder.length).split('?', 1)[0];
      const mine = mutant.edits.filter((edit) => edit.file === file);
      if (mine.length === 0) return loaded;
      return { ...loaded, source: mine.reduce(edited, Buffer.from(loaded.source as Uint8Array).toString()) };
    },
  });
}

/** Imports files out of a copy of the folder that holds these mistakes; Node itself must load them. */
export function loadMutant(folder: URL, edits: readonly Edit[]): <T>(file: string) => Promise<T> {
  hook();
  const number = mutants.push({ folder: folder.href, edits }) - 1;
  return async <T>(file: string) => (await import(new URL(`${file}?mutant=${number}`, folder).href)) as T;
}
