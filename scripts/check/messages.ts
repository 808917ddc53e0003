import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Problem, Rule, Source } from './project.ts';

type Messages = { [key: string]: string | Messages };

function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

function argumentsOf(message: string): string {
  const found = new Set<string>();
  const see = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) see(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) see(option.value);
      }
    }
  };
  see(parse(message));
  return [...found].sort().join(', ');
}

function compare(english: Source, hindi: Source): Problem[] {
  const problems: Problem[] = [];
  const add = (message: string) => problems.push({ path: hindi.path, message });
  const [en, hi] = [english, hindi].map(({ text }) => flatten(JSON.parse(text)));
  for (const [key, text] of en ?? []) {
    const translated = hi?.get(key);
    if (translated === undefined) add(`lacks ${key}`);
    else {
      try {
        const [own, other] = [argumentsOf(text), argumentsOf(translated)];
        if (own !== other) add(`${key} takes (${other}) where English takes (${own})`);
      } catch (error) {
        add(`${key} does not parse: ${error instanceof Error ? error.message : error}`);
      }
      if (text.trim() === '' || translated.trim() === '') add(`${key} is empty`);
    }
  }
  for (const key of hi?.keys() ?? []) if (!en?.has(key)) add(`has ${key}, which English lacks`);
  return problems;
}

export const messages: Rule = {
  name: 'English and Hindi say the same things',
  find: (sources) =>
    sources
      .filter(({ path }) => /\/messages\/(.+\/)?en(\/.+)?\.json$/.test(path))
      .flatMap((english) => {
        const path = english.path.replace(/\/en(\.json|\/)/, '/hi$1');
        const hindi = sources.find((file) => file.path === path);
        return hindi ? compare(english, hindi) : [{ path, message: 'is missing' }];
      }),
};
