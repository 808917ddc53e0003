import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Edit, handleMutants } from './handle-mutants.ts';

const source = join(import.meta.dirname, '..');
const home = mkdtempSync(join(tmpdir(), 'ss-mutants-'));
// The copies lie as deep below this as the original below its root.
for (const folder of ['node_modules', 'drizzle']) symlinkSync(join(source, '../../..', folder), join(home, folder));
mkdirSync(join(home, 'packages/db'), { recursive: true });

function mutate(place: string, { file, from, to }: Edit): void {
  const path = join(place, file);
  const text = readFileSync(path, 'utf8');
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times: ${from}`);
  writeFileSync(path, parts.join(to));
}

function copyWith(edits: readonly Edit[]): string {
  const place = mkdtempSync(join(home, 'packages/db/m-'));
  const left = /\/(?:proofs|soaks|testing)(?:\/|$)/;
  cpSync(source, place, { recursive: true, filter: (path) => !left.test(path.slice(source.length)) });
  for (const edit of edits) mutate(place, edit);
  return join(place, 'tenancy/database.ts');
}

/** The scenarios against that copy: what they said, and whether they passed. */
function run(database: string, scenario?: string): Promise<{ passed: boolean; said: string }> {
  const file = join(import.meta.dirname, 'handle-child.ts');
  return new Promise((done) => {
    const child = [file, database, ...(scenario ? [scenario] : [])];
    execFile(process.execPath, child, { timeout: 60_000 }, (error, said, complaint) => {
      done({ passed: error === null, said: said.trim() || complaint.trim().slice(-800) });
    });
  });
}

describe('the handle', () => {
  let caught = 0;
  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
    process.stdout.write(`figures: handle mutants: ${caught} of ${handleMutants.length} caught\n`);
  });

  it('stands every scenario as it is', async () => {
    const { passed, said } = await run(copyWith([]));
    expect(said).toBe('');
    expect(passed).toBe(true);
  });

  describe.concurrent('with a guard taken away is caught', () => {
    for (const { name, edits, caughtBy } of handleMutants) {
      it(name, async () => {
        const { passed, said } = await run(copyWith(edits), caughtBy);
        expect(passed).toBe(false);
        expect(said).toContain(`caught by "${caughtBy}"`);
        caught++;
      });
    }
  });
});
