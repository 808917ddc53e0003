import type { TestDatabase } from '@studyspot/db/testing/database';
import { type Edit, edited, loadMutant } from '@studyspot/db/testing/load-mutant';
import type { openTestPortal } from './test-portal.ts';

export interface SignInMutant {
  name: string;
  /** In files under packages/api/src, or in functions of the database: `sql:schema.function`. */
  edits: readonly Edit[];
  /** The beginning of the scenario's name that must fail. */
  caughtBy: string;
}

export const one = (name: string, caughtBy: string, file: string, from: string, to: string): SignInMutant => ({
  name,
  caughtBy,
  edits: [{ file, from, to }],
});

/** The portal's opener out of a copy of the package that holds these mistakes. */
export async function openerWith(edits: readonly Edit[]): Promise<typeof openTestPortal> {
  const load = loadMutant(new URL('../../', import.meta.url), edits);
  const { openTestPortal: open } = await load<{ openTestPortal: typeof openTestPortal }>(
    'sign-in/testing/test-portal.ts',
  );
  return open;
}

export async function editFunctions({ sql }: TestDatabase, edits: readonly Edit[]): Promise<void> {
  for (const edit of edits) {
    if (!edit.file.startsWith('sql:')) continue;
    const [row] = await sql`select pg_get_functiondef(${edit.file.slice(4)}::regproc) as text`;
    await sql.unsafe(edited(String(row?.text), edit));
  }
}
