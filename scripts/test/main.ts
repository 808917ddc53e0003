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

// Whoever wants a part only names it: npm test -- proofs
const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
let leaving = false;

type Work = () => Promise<unknown>;

function step(title: string, run: () => Promise<Done>): Work {
  return async () => {
    if (leaving || !(wanted.length === 0 || wanted.some((word) => title.toLowerCase().includes(word)))) return;
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
  };
}

const together =
  (...works: Work[]): Work =>
  () =>
    Promise.all(works.map((work) => work()));
const inTurn =
  (...works: Work[]): Work =>
  async () => {
    for (const work of works) await work();
  };

const all = inTurn(
  together(
    step('Format and lint', oneCheck('biome', ['ci', '--colors=off', '--diagnostic-level=error', '.'])),
    step('Types', oneCheck('tsc', ['-p', 'tsconfig.json'])),
    step('Types of the owner portal', oneCheck('tsc', ['-p', 'apps/owner/tsconfig.json'])),
    step('Types of the admin portal', oneCheck('tsc', ['-p', 'apps/admin/tsconfig.json'])),
    step('Types of what the portals share', oneCheck('tsc', ['-p', 'packages/portal/tsconfig.json'])),
    step('Types of the bench', oneCheck('tsc', ['-p', 'bench/tsconfig.json'])),
    step('Structure rules', () => script('check')),
  ),
  step('Unit and integration tests', () => vitest(['plain', 'unit'], 'unit')),
  step('Proofs', () => script('proofs')),
  together(
    step('Soaks, a tenth', () => script('soak', ['--scale', '0.1'])),
    inTurn(
      step('Builds', () => script('build')),
      // Memory needs its time, not the processors.
      together(
        step('Memory, a tenth', () => script('soak', ['memory', '--scale', '0.1'])),
        step('End to end in a browser', e2e),
      ),
    ),
  ),
);

async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  await stopCommands();
  rmSync(reports, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(130));
process.on('disconnect', () => void leave(130));

await all();
if (!leaving) {
  console.log(`\nAll of it took ${seconds(performance.now() - begun)}.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  await leave(total.failed === 0 ? 0 : 1);
}
