import type { Rule } from './project.ts';
import { isCode } from './project.ts';
import { linesOf } from './sizes.ts';

/** Next wants a file for each route of each portal: a line that hands on what stands in one place. */
const MOST_LINES = 8;

export const noTwins: Rule = {
  name: 'no two source files say the same',
  find(sources) {
    const first = new Map<string, string>();
    return sources.flatMap((file) => {
      const { path, text } = file;
      if (!(isCode(file) || /\.(css|sql)$/.test(path)) || linesOf(text) <= MOST_LINES) return [];
      const twin = first.get(text);
      if (twin === undefined) first.set(text, path);
      return twin === undefined ? [] : [{ path, message: `says what ${twin} says: keep it in one place` }];
    });
  },
};
