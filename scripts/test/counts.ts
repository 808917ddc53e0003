import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
}

/** A runner that ended badly without naming a failed test counts as one failure. */
export function honest(counts: Counts, code: number): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export function countVitest(file: string): Counts {
  const report = readJson(file);
  const suites = Array.isArray(report.testResults) ? report.testResults : [];
  const notLoaded = suites.filter(
    (suite: { status?: string; assertionResults?: unknown[] }) =>
      suite.status === 'failed' && (suite.assertionResults ?? []).length === 0,
  ).length;
  return { passed: Number(report.numPassedTests ?? 0), failed: Number(report.numFailedTests ?? 0) + notLoaded };
}

/** A test that passed only when tried again counts as failed. */
export function countPlaywright(file: string): Counts {
  const stats = readJson(file).stats;
  if (typeof stats !== 'object' || stats === null) return { passed: 0, failed: 0 };
  const { expected = 0, unexpected = 0, flaky = 0 } = stats as Record<string, number>;
  return { passed: expected, failed: unexpected + flaky };
}

/** The checks end with a line "check: N passed, N failed". */
export function countLine(output: string): Counts {
  const found = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  return { passed: Number(found?.[1] ?? 0), failed: Number(found?.[2] ?? 0) };
}

function readJson(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}
