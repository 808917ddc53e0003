import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../stack/root.ts';
import { seconds } from '../stack/steps.ts';
import { type Counts, countLine, countPlaywright, countVitest, honest } from './counts.ts';
import { runCommand, runNode, stopCommands } from './run-command.ts';

interface Done extends Counts {
  output: string;
}
interface Step {
  title: string;
  run: () => Promise<Done>;
}

const reports = mkdtempSync(join(tmpdir(), 'studyspot-test-'));
const total: Counts = { passed: 0, failed: 0 };
const begun = performance.now();

/** A program that either ends well or not: one check. */
function oneCheck(command: string, args: readonly string[]): () => Promise<Done> {
  return async () => {
    const { code, output } = await runCommand(inRoot('node_modules/.bin', command), args);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  };
}

async function vitest(projects: readonly string[], name: string): Promise<Done> {
  const file = join(reports, `${name}.json`);
  const asked = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await runNode(inRoot('node_modules/vitest/vitest.mjs'), ['run', ...asked, ...reporters]);
  return { ...honest(countVitest(file), code), output };
}

async function script(name: string, args: readonly string[] = []): Promise<Done> {
  const { code, output } = await runNode(inRoot('scripts', `${name}.ts`), args);
  return { ...honest(countLine(output), code), output };
}

async function e2e(): Promise<Done> {
  const file = join(reports, 'e2e.json');
  const { code, output } = await runNode(inRoot('scripts/e2e.ts'), [], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  return { ...honest(countPlaywright(file), code), output };
}

const stages: Step[][] = [
  [
    { title: 'Format and lint', run: oneCheck('biome', ['ci', '--colors=off', '--diagnostic-level=error', '.']) },
    { title: 'Types', run: oneCheck('tsc', ['-p', 'tsconfig.json']) },
    { title: 'Types of the owner portal', run: oneCheck('tsc', ['-p', 'apps/owner/tsconfig.json']) },
    { title: 'Types of the admin portal', run: oneCheck('tsc', ['-p', 'apps/admin/tsconfig.json']) },
    { title: 'Types of what the portals share', run: oneCheck('tsc', ['-p', 'packages/portal/tsconfig.json']) },
    { title: 'Types of the bench', run: oneCheck('tsc', ['-p', 'bench/tsconfig.json']) },
    { title: 'Structure rules', run: () => script('check') },
  ],
  [{ title: 'Unit and integration tests', run: () => vitest(['plain', 'unit'], 'unit') }],
  [{ title: 'Proofs', run: () => script('proofs') }],
  [
    { title: 'Soaks, a tenth', run: () => script('soak', ['--scale', '0.1']) },
    { title: 'Builds', run: () => script('build') },
  ],
  // Memory needs its time, not the processors.
  [
    { title: 'Memory, a tenth', run: () => script('soak', ['memory', '--scale', '0.1']) },
    { title: 'End to end in a browser', run: e2e },
  ],
];

async function take({ title, run }: Step): Promise<void> {
  const started = performance.now();
  const elapsed = () => seconds(performance.now() - started);
  console.log(`… ${title}`);
  const ticking = setInterval(() => console.log(`… ${title}, ${elapsed()} so far`), 30_000);
  const done = await run().catch((error: unknown) => ({ passed: 0, failed: 1, output: String(error) }));
  clearInterval(ticking);
  total.passed += done.passed;
  total.failed += done.failed;
  const good = done.failed === 0;
  if (!good) console.log(done.output.trimEnd().split('\n').slice(-120).join('\n'));
  console.log(`${good ? '✓' : '✗'} ${title}: ${done.passed} passed, ${done.failed} failed  ${elapsed()}`);
}

let leaving = false;
async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  await stopCommands();
  rmSync(reports, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(130));
process.on('disconnect', () => void leave(130));

// Whoever wants a part only names it: npm test -- proofs
const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
for (const stage of stages) {
  const steps = stage.filter(
    ({ title }) => wanted.length === 0 || wanted.some((word) => title.toLowerCase().includes(word)),
  );
  if (!leaving) await Promise.all(steps.map(take));
}
if (!leaving) {
  console.log(`\nAll of it took ${seconds(performance.now() - begun)}.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  await leave(total.failed === 0 ? 0 : 1);
}
