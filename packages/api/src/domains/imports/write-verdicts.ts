import { sql } from '@studyspot/db/query';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import type { Draft, Verdict } from '../../importing/kind.ts';

const AT_ONCE = 2_000;

/** What is known of rows now, many in a statement. */
export async function writeVerdicts(
  db: ChangeHandle,
  drafts: readonly Draft[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const drawn = new Map(drafts.map((draft) => [draft.id, draft]));
  for (let from = 0; from < verdicts.length; from += AT_ONCE) {
    const rows = verdicts.slice(from, from + AT_ONCE).map(({ id, state, faults, targetId }) => {
      const { key = null, values = null } = drawn.get(id) ?? {};
      return { id, state, faults, target: targetId, key, said: values };
    });
    await db.run(sql`update import_rows t
      set state = r.state, faults = r.faults, target_id = r.target, known_by = r.key, said = r.said
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        r(id uuid, state text, faults jsonb, target uuid, key text, said jsonb) where t.id = r.id`);
  }
}
