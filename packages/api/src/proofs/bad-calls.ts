import * as z from 'zod/mini';
import { checkHygiene } from '../http/hygiene.ts';
import type { Schema } from '../procedures/schema.ts';
import { brokenValues, formFit, furtherFields, pick, RAW_NUMBER } from './bad-values.ts';

export interface BadCall {
  /** The body as it is sent. */
  text: string;
  /** Whether schema and hygiene let it through, so that the gate, the verb and Postgres meet it. */
  isPast: boolean;
}

type Path = readonly string[];

const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function leaves(value: unknown, path: Path = []): Path[] {
  if (!isNode(value)) return path.length > 0 ? [path] : [];
  const inner = Object.entries(value).flatMap(([name, item]) => leaves(item, [...path, name]));
  return path.length > 0 ? [path, ...inner] : inner;
}

function valueAt(root: unknown, path: Path): unknown {
  let node = root;
  for (const name of path) node = isNode(node) ? node[name] : undefined;
  return node;
}

function put(root: unknown, path: Path, value: unknown): void {
  const parent = valueAt(root, path.slice(0, -1));
  const name = path.at(-1);
  if (isNode(parent) && name !== undefined) parent[name] = value;
}

const toText = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => (item === undefined ? null : item)).replace(
    new RegExp(`"${RAW_NUMBER}([^"]*)"`, 'g'),
    '$1',
  );

function passes(schema: Schema, text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    checkHygiene(value);
    return z.core.safeParse(schema, value).success;
  } catch {
    return false;
  }
}

const wholes = ['[]', '"text"', '5', 'true', '{', '[{}]', '{"__proto__":{"id":1}}', '{"constructor":{"prototype":1}}'];

function broken(random: () => number, example: unknown): string {
  if (random() < 0.1) return pick(random, wholes);
  const input = isNode(example) ? structuredClone(example) : {};
  const paths = leaves(input);
  const path = paths.length > 0 && random() < 0.85 ? pick(random, paths) : ['extra'];
  if (random() < 0.15) put(input, path, undefined);
  else put(input, path, pick(random, brokenValues));
  return toText(input);
}

function fitting(random: () => number, example: unknown, foreign: readonly string[]): string {
  const input = isNode(example) ? structuredClone(example) : {};
  const paths = leaves(input);
  const times = 1 + Math.floor(random() * 3);
  for (let i = 0; i < times && paths.length > 0; i++) {
    const path = pick(random, paths);
    put(input, path, formFit(random, path.at(-1) ?? '', valueAt(input, path), foreign));
  }
  if (random() < 0.5) {
    const [name, value] = pick(random, Object.entries(furtherFields(random)));
    input[name] = value;
  }
  return toText(input);
}

/** `each` calls that the schema refuses and as many that go past it, all from one valid input. */
export function badCalls(
  random: () => number,
  parts: { schema: Schema; example: () => unknown; foreign: readonly string[]; each: number },
): BadCall[] {
  const { schema, example, foreign, each } = parts;
  const refused: BadCall[] = [];
  const past: BadCall[] = [];
  for (let tries = 0; tries < each * 60 && (refused.length < each || past.length < each); tries++) {
    const isFitting = past.length < each && (refused.length >= each || tries % 2 === 0);
    const text = isFitting ? fitting(random, example(), foreign) : broken(random, example());
    const isPast = passes(schema, text);
    const list = isPast ? past : refused;
    if (list.length < each) list.push({ text, isPast });
  }
  // Mixed, so that a limit which one kind exhausts does not shield the verb from the other.
  return [...refused, ...past].sort(() => random() - 0.5);
}
