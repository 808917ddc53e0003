import { lineAt, type Rule } from './project.ts';
import { visit } from './syntax.ts';

export const noAny: Rule = {
  name: 'no any',
  find: (sources) =>
    sources.flatMap(({ path, text, parsed }) => {
      const problems: { path: string; line: number; message: string }[] = [];
      visit(parsed?.program, ({ type, start }) => {
        if (type === 'TSAnyKeyword') problems.push({ path, line: lineAt(text, start), message: 'any' });
      });
      return problems;
    }),
};

const suppression =
  /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|@knipignore|prettier-ignore|v8 ignore/;

export const noSuppressions: Rule = {
  name: 'no suppression comment',
  find: (sources) =>
    sources.flatMap(({ path, text, parsed }) =>
      (parsed?.comments ?? [])
        .filter(({ value }) => suppression.test(value))
        .map(({ value, start }) => ({ path, line: lineAt(text, start), message: value.trim() })),
    ),
};
