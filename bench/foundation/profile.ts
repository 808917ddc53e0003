import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Frame {
  functionName: string;
  url: string;
}

interface Profile {
  nodes: Array<{ id: number; callFrame: Frame; children?: number[] }>;
  samples: number[];
  timeDeltas: number[];
}

// The first that fits. What belongs to none (the engine, node:*) is counted with whoever called it.
const places: ReadonlyArray<[name: string, pattern: RegExp]> = [
  ['driver', /\/node_modules\/postgres\//],
  ['gate and handle', /\/packages\/db\//],
  ['drizzle', /\/node_modules\/drizzle-orm\//],
  ['zod', /\/node_modules\/zod\//],
  ['trpc', /\/node_modules\/@trpc\//],
  ['log', /\/node_modules\/(?:pino|sonic-boom|quick-format-unescaped|safe-stable-stringify|thread-stream)\//],
  ['procedures', /\/packages\/api\/src\/procedures\//],
  ['our http', /\/packages\/api\//],
  ['verb', /\/bench\//],
];

// Loading modules happens once, not in a call.
const startUp = /^node:internal\/main\/run_main_module$/;
const uncounted = '';
const nodeItself = 'node http and sockets';

export interface Share {
  name: string;
  share: number;
}

function readProfile(folder: string): Profile {
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
  if (!file) throw new Error('The profiled server wrote no profile.');
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Profile;
}

function placeOf(frame: Frame, inherited: string): string {
  if (inherited === uncounted || frame.functionName === '(idle)' || startUp.test(frame.url)) return uncounted;
  if (frame.functionName === '(garbage collector)') return 'garbage collector';
  return places.find(([, pattern]) => pattern.test(frame.url))?.[0] ?? inherited;
}

/** Where a process that ran with --cpu-prof spent the time in which it was not idle. */
export function whereTimeGoes(folder: string): Share[] {
  const { nodes, samples, timeDeltas } = readProfile(folder);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const places = new Map<number, string>();
  const walk = (id: number, inherited: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const place = placeOf(node.callFrame, inherited);
    places.set(id, place);
    for (const child of node.children ?? []) walk(child, place);
  };
  const [root] = nodes;
  if (root) walk(root.id, nodeItself);

  const spent = new Map<string, number>();
  let total = 0;
  for (const [index, id] of samples.entries()) {
    const place = places.get(id);
    const time = timeDeltas[index] ?? 0;
    if (place === undefined || place === uncounted) continue;
    total += time;
    spent.set(place, (spent.get(place) ?? 0) + time);
  }
  return [...spent].map(([name, time]) => ({ name, share: time / total })).sort((a, b) => b.share - a.share);
}
