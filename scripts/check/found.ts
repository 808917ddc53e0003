import type { Rule, Source } from './project.ts';

const place = /^packages\/api\/src\/domains\/((?:[a-z]+\/){1,2})((?:on|job|schedule)-[a-z0-9-]+)\.ts$/;
const listPath = 'packages/api/src/work/found.ts';

/** What domains say in `on-EVENT.ts`, `job-NAME.ts` and `schedule-NAME.ts`, for the worker: its kind is the name of the file. */
export function drawFound(sources: readonly Source[]): { path: string; text: string } {
  const files = sources.flatMap(({ path }) => {
    const [, folder = '', file] = place.exec(path) ?? [];
    if (file === undefined) return [];
    const name = file.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    return [{ name, line: `import { ${name} } from '../domains/${folder}${file}.ts';` }];
  });
  // As imports are sorted: by where they come from.
  const lines = files
    .map(({ line }) => line)
    .sort((a, b) => (a.slice(a.indexOf("'")) < b.slice(b.indexOf("'")) ? -1 : 1));
  const names = files.map(({ name }) => `  ${name},`).sort();
  const head = ['// Written by scripts/map.ts.', ...lines, "import type { Said } from './worker.ts';"];
  const opened = 'export const found: Readonly<Record<string, Said>> = {';
  const body = names.length > 0 ? ['', opened, ...names, '};'] : ['', `${opened}};`];
  return { path: listPath, text: `${[...head, ...body].join('\n')}\n` };
}

export const foundIsTrue: Rule = {
  name: 'the worker knows all that domains say it does',
  find(sources) {
    const { path, text } = drawFound(sources);
    return sources.find((file) => file.path === path)?.text === text
      ? []
      : [{ path, message: 'the list is old: npm run map writes it anew' }];
  },
};
