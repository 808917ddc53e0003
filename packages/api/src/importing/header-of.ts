import { soundOf, wordsOf } from '../domains/students/sound-of.ts';
import type { Line } from './cells-of.ts';
import type { ImportColumn } from './kind.ts';

const LINES_LOOKED_AT = 40;
const MOST_WORDS = 8;

/** The words of a title, each as it sounds: what a row of a sheet is called is spelled as freely as a name. */
const soundsOf = (title: string): string[] =>
  wordsOf(title.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))
    .slice(0, MOST_WORDS)
    .map((word) => soundOf(word) || word);

interface Spelling {
  name: string;
  sounds: readonly string[];
}

const spellings = (columns: readonly ImportColumn[]): Spelling[] =>
  columns.flatMap(({ name, words }) => words.map((title) => ({ name, sounds: soundsOf(title) })));

/** How well a title fits: all of its words best, a part of them less. */
function likeness(title: readonly string[], { sounds }: Spelling): number {
  if (sounds.length === 0 || !sounds.every((sound) => title.includes(sound))) return 0;
  return sounds.length / title.length + sounds.length / MOST_WORDS;
}

/** Which column of ours each title means, none of them twice. */
export function guessOf(titles: readonly string[], columns: readonly ImportColumn[]): (string | null)[] {
  const known = spellings(columns);
  const fits = titles.flatMap((title, at) => {
    const sounds = soundsOf(title);
    return sounds.length === 0
      ? []
      : known.map((one) => ({ at, name: one.name, score: likeness(sounds, one) })).filter(({ score }) => score > 0);
  });
  const guess: (string | null)[] = titles.map(() => null);
  const taken = new Set<string>();
  for (const { at, name } of fits.sort((a, b) => b.score - a.score || a.at - b.at)) {
    if (guess[at] !== null || taken.has(name)) continue;
    guess[at] = name;
    taken.add(name);
  }
  return guess;
}

export interface Header {
  /** The line that holds the titles; 0 where none does. */
  no: number;
  titles: string[];
  columns: (string | null)[];
}

/** The line that most of our columns are found in; titles of the sheet stand above it. */
export function headerOf(lines: readonly Line[], columns: readonly ImportColumn[]): Header {
  let best: Header | null = null;
  let most = 0;
  for (const { no, cells } of lines.slice(0, LINES_LOOKED_AT)) {
    const guess = guessOf(cells, columns);
    const found = guess.filter(Boolean).length;
    // A title above holds one word of ours perhaps, a row of titles more than one.
    if (found <= most || (found === 1 && cells.filter(Boolean).length > 2)) continue;
    most = found;
    best = { no, titles: [...cells], columns: guess };
  }
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const { no = 0, titles = [], columns: guess = [] } = best ?? {};
  const filled = Array.from({ length: width }, (_, at) => titles[at] ?? '');
  return { no, titles: filled, columns: filled.map((_, at) => guess[at] ?? null) };
}

const TOTALS: ReadonlySet<string> = new Set(['total', 'grand', 'kul', 'yog', 'sum', 'count', 'jod'].map(soundOf));
const MOST_OF_TOTAL = 3;

/** What stands below the rows and adds them up. */
export function isTotal(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [first = ''] = soundsOf(filled[0] ?? '');
  return filled.length > 0 && filled.length <= MOST_OF_TOTAL && TOTALS.has(first);
}
