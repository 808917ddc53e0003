import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from './handle-child.ts';
import { handleMutants } from './handle-mutants.ts';

// Processes of their own: a mutant that crashes or hangs must not take the proof along, only its share of the mutants.
const shares = 4;

/** What the child told of each mutant, and what it complained of at its end. */
function run(...share: number[]): Promise<{ verdicts: Map<string, Verdict['fault']>; complaint: string }> {
  const file = join(import.meta.dirname, 'handle-child.ts');
  return new Promise((done) => {
    execFile(process.execPath, [file, ...share.map(String)], { timeout: 120_000 }, (_, said, complaint) => {
      const lines = said.split('\n').filter((line) => line.startsWith('{'));
      const verdicts = lines.map((line) => JSON.parse(line) as Verdict);
      done({ verdicts: new Map(verdicts.map(({ name, fault }) => [name, fault])), complaint: complaint.slice(-800) });
    });
  });
}

describe.concurrent('the handle', () => {
  let caught = 0;
  let told: ReturnType<typeof run>[] = [];
  beforeAll(() => {
    told = Array.from({ length: shares }, (_, share) => run(share, shares));
  });
  afterAll(() => {
    process.stdout.write(`figures: handle mutants: ${caught} of ${handleMutants.length} caught\n`);
  });

  it('stands every scenario as it is', async () => {
    const { verdicts, complaint } = await run();
    expect(complaint).toBe('');
    expect([...verdicts]).toEqual([['', null]]);
  });

  for (const [index, { name, caughtBy }] of handleMutants.entries()) {
    it(`with a guard taken away is caught: ${name}`, async () => {
      const share = await told[index % shares];
      const fault = share?.verdicts.get(name) ?? `nothing was noticed: ${share?.complaint}`;
      expect(fault.split(': ')[0]).toBe(caughtBy);
      caught++;
    });
  }
});
