import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, root } from './stack/root.ts';
import { seconds } from './stack/steps.ts';
import { countVitest, honest } from './test/counts.ts';

// A proof tells its figures with a line that begins so, after the colours of the reporter.
const figureLine = /figures: (.+)$/;

const begun = performance.now();
const reports = mkdtempSync(join(tmpdir(), 'studyspot-proofs-'));
const file = join(reports, 'proofs.json');
const names = process.argv.slice(2);
const figures: string[] = [];

const child = spawn(
  process.execPath,
  [
    inRoot('node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'proofs',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...names,
  ],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
);
let rest = '';
child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
  process.stdout.write(chunk);
  const lines = (rest + chunk).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) {
    const figure = figureLine.exec(line)?.[1];
    if (figure) figures.push(figure);
  }
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
const code = await new Promise<number>((done) => child.once('exit', (status) => done(status ?? 1)));
const { passed, failed } = honest(countVitest(file), code);
rmSync(reports, { recursive: true, force: true });
const nothing = passed + failed === 0;
// A whole run whose proofs tell no figures shows nothing either.
const silent = names.length === 0 && figures.length === 0;
console.log(
  `proofs: ${passed} passed, ${nothing || silent ? Math.max(1, failed) : failed} failed, ${seconds(performance.now() - begun)}` +
    figures.map((figure) => `; ${figure}`).join(''),
);
process.exitCode = failed > 0 || nothing || silent || code !== 0 ? 1 : 0;
