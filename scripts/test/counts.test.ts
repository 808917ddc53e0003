import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countLine, countPlaywright, countVitest, honest } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'studyspot-counts-'));

function report(value: unknown): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(value));
  return file;
}

it('counts a file that did not load as a failure', () => {
  const file = report({
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  });
  expect(countVitest(file)).toEqual({ passed: 3, failed: 2 });
});

it('counts what passed only when tried again as a failure', () => {
  expect(countPlaywright(report({ stats: { expected: 4, unexpected: 1, flaky: 2 } }))).toEqual({
    passed: 4,
    failed: 3,
  });
});

it('counts a bad end without a failed test, and a missing report, as one failure', () => {
  expect(honest(countVitest(join(folder, 'none.json')), 1)).toEqual({ passed: 0, failed: 1 });
  expect(honest({ passed: 2, failed: 0 }, 0)).toEqual({ passed: 2, failed: 0 });
});

it('reads the last line of a script', () => {
  expect(countLine('check: 1 passed, 2 failed\nsoak: 4 passed, 0 failed; x')).toEqual({ passed: 4, failed: 0 });
});
