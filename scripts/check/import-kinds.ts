import type { Rule, Source } from './project.ts';

const place = /^packages\/api\/src\/domains\/((?:[a-z]+\/){1,2})import-([a-z0-9-]+)\.ts$/;
const listPath = 'packages/api/src/importing/found.ts';

/** What domains say in `import-NOUN.ts`: how a register of these is brought in. */
export function drawImportKinds(sources: readonly Source[]): { path: string; text: string } {
  const files = sources.flatMap(({ path }) => {
    const [, folder = '', noun] = place.exec(path) ?? [];
    if (noun === undefined) return [];
    const name = `import${noun.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}`;
    return [{ name, noun, line: `import { ${name} } from '../domains/${folder}import-${noun}.ts';` }];
  });
  const lines = files.map(({ line }) => line).sort();
  const names = files.map(({ name, noun }) => `  ${/-/.test(noun) ? `'${noun}'` : noun}: ${name},`).sort();
  const opened = 'export const importKinds: Readonly<Record<string, ImportKind>> = {';
  const text = ['// Written by scripts/map.ts.', ...lines, "import type { ImportKind } from './kind.ts';", '', opened];
  return { path: listPath, text: `${[...text, ...names, '};'].join('\n')}\n` };
}

export const importKindsAreTrue: Rule = {
  name: 'every register that a domain says can be brought in',
  find(sources) {
    const { path, text } = drawImportKinds(sources);
    return sources.find((file) => file.path === path)?.text === text
      ? []
      : [{ path, message: 'the list is old: npm run map writes it anew' }];
  },
};
