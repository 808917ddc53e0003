import type { Problem, Rule, Source } from './project.ts';

const MOST_LINES = 400;
const MOST_ROUTER_LINES = 150;
const MOST_FILES = 15;
const MOST_DOMAIN_FILES = 20;
const apart = /^package-lock\.json$|^drizzle\/meta\/|\/messages\/[a-z]+\.json$/;

export function linesOf(text: string): number {
  return text.endsWith('\n') ? text.split('\n').length - 1 : text.split('\n').length;
}

export const fileLength: Rule = {
  name: 'no file over 400 lines, no router over 150',
  find: (sources) =>
    sources.flatMap(({ path, text }) => {
      const most = /^packages\/api\/src\/domains\/[^/]+\/router\.ts$/.test(path) ? MOST_ROUTER_LINES : MOST_LINES;
      const lines = linesOf(text);
      return lines > most && !apart.test(path) ? [{ path, message: `${lines} lines, at most ${most}` }] : [];
    }),
};

const limits = [
  { within: /\/features\//, most: MOST_FILES },
  // Where it grows beyond, a domain is divided by noun.
  { within: /^packages\/api\/src\/domains\//, most: MOST_DOMAIN_FILES },
];

export const folderSize: Rule = {
  name: 'no feature folder over 15 files, no domain folder over 20',
  find(sources: readonly Source[]): Problem[] {
    const counts = new Map<string, number>();
    for (const { path } of sources) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    return [...counts].flatMap(([path, count]) => {
      const most = limits.find(({ within }) => within.test(`${path}/`))?.most ?? Number.POSITIVE_INFINITY;
      return count > most ? [{ path, message: `${count} files, at most ${most}` }] : [];
    });
  },
};
