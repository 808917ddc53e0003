import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBoundedLog } from './bounded-log.ts';
import { startChild } from './children.ts';

const folder = mkdtempSync(join(tmpdir(), 'studyspot-logs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sizeOf = (file: string) => statSync(file).size;

test('a log goes on after a restart, and never outgrows its bound', () => {
  const file = join(folder, 'deep/portal.log');
  const [first, second] = [openBoundedLog(file, 1_000), openBoundedLog(file, 1_000)];
  first(Buffer.from('first start\n'));
  second(Buffer.from('second start\n'));
  expect(readFileSync(file, 'utf8')).toBe('first start\nsecond start\n');
  const write = openBoundedLog(file, 1_000);
  for (let line = 0; line < 500; line++) {
    write(Buffer.from(`line ${line} ${'x'.repeat(50)}\n`));
    expect(sizeOf(file)).toBeLessThanOrEqual(1_000);
  }
  expect(sizeOf(`${file}.1`)).toBeLessThanOrEqual(1_000);
  expect(readFileSync(file, 'utf8')).toContain('line 499');
});

async function lastLinesOf(source: string): Promise<string> {
  const script = join(folder, 'child.mjs');
  writeFileSync(script, source);
  const logFile = join(folder, 'child.log');
  const child = startChild({ name: 'A child', file: script, cwd: folder, env: {}, logFile });
  await child.exited;
  return child.lastLines();
}

test('what a child said last is there when it has ended, and what the one before it said stands above', async () => {
  expect(await lastLinesOf("console.log('one'); console.error('two'); process.exit(1);")).toContain('one\ntwo\n');
  expect(await lastLinesOf("console.log('three'); process.exit(0);")).toMatch(/^one\ntwo\nthree\n$/);
});
