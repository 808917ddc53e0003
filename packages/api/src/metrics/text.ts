import { By, type Counter, type Durations, type QueryTimes } from './measures.ts';

export type Labels = Readonly<Record<string, string | number>>;
export type Sample = readonly [labels: Labels, value: number];

const escaped = (value: string | number) =>
  String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, of]) => `${label}="${escaped(of)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`;
}

const head = (name: string, type: string, help: string) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;

/** One number, or one for each of its labels. */
export function valuesText(
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  values: number | readonly Sample[],
): string {
  const samples: readonly Sample[] = typeof values === 'number' ? [[{}, values]] : values;
  return head(name, type, help) + samples.map(([labels, value]) => line(name, labels, value)).join('');
}

type Tree<T> = T | By<Tree<T>>;

/** Every leaf under its labels. */
function* leaves<T>(tree: Tree<T>, names: readonly string[], labels: Labels = {}): Generator<[Labels, T]> {
  if (!(tree instanceof By)) {
    yield [labels, tree];
    return;
  }
  const [name = '', ...rest] = names;
  for (const [label, branch] of tree.each) yield* leaves(branch, rest, { ...labels, [name]: label });
}

export const countersText = (name: string, help: string, names: readonly string[], tree: Tree<Counter>): string =>
  valuesText(
    name,
    'counter',
    help,
    [...leaves(tree, names)].map(([labels, { value }]) => [labels, value] as const),
  );

function durationsOf(name: string, labels: Labels, { bounds, counts, sum }: Durations): string {
  let below = 0;
  const buckets = counts.map((count, place) => {
    below += count;
    return line(`${name}_bucket`, { ...labels, le: bounds[place] ?? '+Inf' }, below);
  });
  return buckets.join('') + line(`${name}_sum`, labels, sum) + line(`${name}_count`, labels, below);
}

export const durationsText = (name: string, help: string, names: readonly string[], tree: Tree<Durations>): string =>
  head(name, 'histogram', help) +
  [...leaves(tree, names)].map(([labels, leaf]) => durationsOf(name, labels, leaf)).join('');

export const queriesText = (times: QueryTimes): string =>
  durationsText(
    'db_query_duration_seconds',
    'What was asked of the database in one go, waiting for a slot included.',
    ['type'],
    times,
  );

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';
