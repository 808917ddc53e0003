import { isAppError } from '../errors/app-error.ts';
import { BODY_BYTES } from '../http/body.ts';
import { checkHygiene } from '../http/hygiene.ts';
import { readInput, type Schema } from '../procedures/schema.ts';

type Path = readonly (string | number)[];

/** A place of an input where a value may stand, as deep as the schema goes. */
export interface Place {
  path: Path;
  kind: 'leaf' | 'list' | 'object' | 'record';
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && '_zod' in value;
const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'nonoptional', 'readonly', 'catch']);
const leaves = new Set([
  'string',
  'number',
  'int',
  'bigint',
  'boolean',
  'date',
  'enum',
  'literal',
  'null',
  'undefined',
]);

export function placesOf(schema: Schema, path: Path = []): Place[] {
  const { def } = schema._zod;
  const inner = (name: string): Schema => {
    const found: unknown = (def as unknown as Record<string, unknown>)[name];
    const one: unknown = typeof found === 'function' ? found() : found;
    if (!isSchema(one)) throw new Error(`${path.join('.')}: ${def.type} has no ${name}`);
    return one;
  };
  if (leaves.has(def.type)) return [{ path, kind: 'leaf' }];
  if (wrappers.has(def.type)) return placesOf(inner('innerType'), path);
  if (def.type === 'pipe') return placesOf(inner('in'), path);
  if (def.type === 'lazy') return path.length > 8 ? [] : placesOf(inner('getter'), path);
  if (def.type === 'array') return [{ path, kind: 'list' }, ...placesOf(inner('element'), [...path, 0])];
  if (def.type === 'record') return [{ path, kind: 'record' }, ...placesOf(inner('valueType'), [...path, 'key'])];
  if (def.type === 'union' && 'options' in def && Array.isArray(def.options)) {
    return def.options.filter(isSchema).flatMap((option) => placesOf(option, path));
  }
  if (def.type === 'object' && 'shape' in def && typeof def.shape === 'object') {
    const fields = Object.entries(def.shape ?? {}).filter((field): field is [string, Schema] => isSchema(field[1]));
    return [{ path, kind: 'object' }, ...fields.flatMap(([name, field]) => placesOf(field, [...path, name]))];
  }
  throw new Error(`${path.join('.')}: the proof does not know ${def.type}`);
}

const most = BODY_BYTES - 6_000;
const filled = (piece: string, end = '') => piece.repeat(Math.floor(most / Buffer.byteLength(piece))) + end;

/** Each as long as a body may be: what a pattern that looks twice at a letter takes seconds for. */
const texts: readonly [name: string, text: string][] = [
  ['letters', filled('a')],
  ['letters and a mark', filled('a', '!')],
  ['capitals', filled('A')],
  ['blanks', filled(' ')],
  ['blanks around letters', `${' '.repeat(most / 2)}a${' '.repeat(most / 2)}`],
  ['words', filled('a ')],
  ['words in a', filled(' a', 'a')],
  ['zeroes', filled('0')],
  ['digits', filled('1234567890')],
  ['signs of a mail address', filled('@.')],
  ['a mail address', `${filled('a.')}@example.test`],
  ['a host', `a@${filled('a-.')}`],
  ['marks', filled('!')],
  ['marks behind a word', `Password${filled('!', 'é')}`],
  ['hyphens', filled('-')],
  ['ends of a line', filled('\n')],
  ['marks that combine', filled('\u0301')],
  ['marks that combine, out of order', filled('\u0301\u0316')],
  ['letters that unfold', filled('ﷺ')],
  ['zero width', filled('\u200b')],
  ['outside of the plane', filled('😀')],
  ['Devanagari', filled('क्\u200d')],
  ['percents', filled('%_')],
  ['a moment', `2026-01-01T00:00:00.${filled('0')}Z`],
  ['a phone number', filled('+91 (0)')],
  ['backslashes', '\\'.repeat(most / 2)],
];

const many = (item: string) =>
  `[${Array(Math.floor(most / (item.length + 1)))
    .fill(item)
    .join(',')}]`;
const names = `{${Array.from({ length: most / 11 }, (_, index) => `"k${index}":0`).join(',')}}`;

/** As JSON: lists as long as a body may be, and objects with as many names. */
export const crowds: readonly [name: string, json: string][] = [
  ['a list of nothing', many('""')],
  ['a list of numbers', many('0')],
  ['a list of lists', many('[]')],
  ['a list of objects', many('{}')],
  ['a list of words', many('"wifi"')],
  ['a list of ids', many('"00000000-0000-4000-8000-000000000000"')],
  ['a list in a list', '['.repeat(most / 2) + ']'.repeat(most / 2)],
  ['an object of names', names],
];
const parsedCrowds = crowds.map(([name, json]): [string, unknown] => [name, JSON.parse(json)]);

/** The input with a value put in at a place; what leads there is made where the example lacks it. */
function withValue(example: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list: unknown[] = Array.isArray(example) ? [...example] : [];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const object = typeof example === 'object' && example !== null && !Array.isArray(example) ? { ...example } : {};
  return { ...object, [step]: withValue((object as Record<string, unknown>)[step], rest, value) };
}

function* inputsOf(schema: Schema, example: unknown): Generator<[what: string, input: unknown]> {
  for (const { path, kind } of placesOf(schema)) {
    const values: readonly [string, unknown][] = kind === 'leaf' ? texts : parsedCrowds;
    for (const [name, value] of values)
      yield [`${path.join('.') || 'the input'}: ${name}`, withValue(example, path, value)];
  }
}

/** What the server does with what a body held, before a verb sees it. */
function parse(schema: Schema, input: unknown): void {
  try {
    checkHygiene(input);
    readInput(schema, input);
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}

/** The best of up to five, in time on the core: what else the machine does makes a quick parse slow now and then. */
export function bestTime(run: () => void, enoughMs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5 && best > enoughMs; round++) {
    if (round > 0 && best > 10 * enoughMs) break;
    const from = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(from);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

export interface ParseTimes {
  inputs: number;
  slowestMs: number;
  slowest: string;
  /** One line for each input that took longer than allowed; what comes after `findings` of them is not tried. */
  slow: string[];
}

export function parseTimes(
  subjects: readonly { path: string; schema: Schema; example: unknown }[],
  { mostMs, findings }: { mostMs: number; findings: number },
): ParseTimes {
  const times: ParseTimes = { inputs: 0, slowestMs: 0, slowest: '', slow: [] };
  for (const { path, schema, example } of subjects) {
    for (const [what, input] of inputsOf(schema, example)) {
      if (times.slow.length >= findings) return times;
      const ms = bestTime(() => parse(schema, input), mostMs);
      times.inputs++;
      if (ms > mostMs) times.slow.push(`${path} ${what}: ${Math.round(ms)} ms`);
      if (ms > times.slowestMs) Object.assign(times, { slowestMs: ms, slowest: `${path} ${what}` });
    }
  }
  return times;
}
