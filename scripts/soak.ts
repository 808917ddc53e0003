import { existsSync } from 'node:fs';
import { inspect, parseArgs } from 'node:util';
import { inRoot } from './stack/root.ts';
import { seconds } from './stack/steps.ts';

interface Soak {
  run(options: { scale: number; seed: number }): Promise<{ passed: boolean; line: string }>;
}

const places: Record<string, string> = {
  wall: 'packages/db/src/soaks/wall.ts',
  pool: 'packages/db/src/soaks/pool.ts',
  sessions: 'packages/api/src/soaks/sessions.ts',
  guessing: 'packages/api/src/soaks/guessing.ts',
  attack: 'packages/api/src/soaks/attack.ts',
  noisy: 'packages/api/src/soaks/noisy.ts',
  streams: 'packages/api/src/soaks/streams.ts',
  outbox: 'packages/api/src/soaks/outbox.ts',
  pages: 'scripts/soak/pages.ts',
  memory: 'scripts/soak/memory.ts',
  rolling: 'scripts/soak/rolling.ts',
  away: 'scripts/soak/away.ts',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: 'string', default: '1' }, seed: { type: 'string' } },
});
const scale = Number(values.scale);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
// These want the built portals: they run when they are named.
const withPortals = ['pages', 'memory', 'rolling', 'away'];
const names = positionals.length > 0 ? positionals : Object.keys(places).filter((name) => !withPortals.includes(name));
const unknown = names.filter((name) => !(name in places));
if (unknown.length > 0 || !(scale > 0 && scale <= 1) || !Number.isInteger(seed)) {
  console.error(`npm run soak -- [${Object.keys(places).join(' | ')}]… [--scale 0.1] [--seed 7]`);
  process.exit(2);
}

let failed = 0;
const lines: string[] = [];
for (const name of names) {
  const file = inRoot(places[name] ?? '');
  const begun = performance.now();
  console.log(`… soak ${name}, scale ${scale}, seed ${seed}`);
  const result = existsSync(file) ? await soak(file) : { passed: false, line: `there is no ${places[name]}` };
  if (!result.passed) failed += 1;
  const line = `${name} ${result.passed ? 'passed' : 'FAILED'} in ${seconds(performance.now() - begun)} (seed ${seed}): ${result.line}`;
  console.log(line);
  lines.push(line);
}
console.log(`soak: ${names.length - failed} passed, ${failed} failed${names.length > 1 ? '' : `; ${lines[0]}`}`);
process.exit(failed === 0 ? 0 : 1);

async function soak(file: string): Promise<{ passed: boolean; line: string }> {
  try {
    const { run }: Soak = await import(file);
    return await run({ scale, seed });
  } catch (error) {
    // With what caused it.
    return { passed: false, line: inspect(error) };
  }
}
