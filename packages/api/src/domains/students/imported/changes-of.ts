import { MOST_LABELS_EACH } from '../names.ts';
import { soundOf, wordsOf } from '../sound-of.ts';

const soundsOf = (name: string): string[] => wordsOf(name).map((word) => soundOf(word) || word);

/** Whether two spellings can be of one person: all words of the shorter one stand in the longer. */
export function isSameName(one: string, other: string): boolean {
  const [short = [], long = []] = [soundsOf(one), soundsOf(other)].sort((a, b) => a.length - b.length);
  return short.length > 0 && short.every((sound) => long.includes(sound));
}

type Facts = Readonly<Record<string, unknown>>;

// A name is kept as it was admitted, and a language is said by no register.
const KEPT: ReadonlySet<string> = new Set(['name', 'phone', 'language', 'age', 'labels']);

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** What a register says of somebody beyond or against what is known. What it does not say stays. */
export function changesOf(known: Facts, said: Facts): Record<string, unknown> {
  const changed = Object.entries(said).filter(
    ([field, value]) => !KEPT.has(field) && value !== null && value !== known[field],
  );
  const labels = [...new Set([...listOf(known['labels']), ...listOf(said['labels'])])].slice(0, MOST_LABELS_EACH);
  const isLonger = labels.length > listOf(known['labels']).length;
  return { ...Object.fromEntries(changed), ...(isLonger && { labels }) };
}
