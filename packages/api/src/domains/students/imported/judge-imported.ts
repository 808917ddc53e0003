import { and, inArray, isNull } from '@studyspot/db/query';
import { students } from '@studyspot/db/schema/students';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import type { Draft, ImportFault, Judged, Verdict } from '../../../importing/kind.ts';
import type { StudentRow } from '../student-row.ts';
import { changesOf, isSameName } from './changes-of.ts';

const AT_ONCE = 1_000;

/** Those who are here and have one of these, in parts that a statement holds. */
export async function knownBy(
  db: ReadHandle,
  column: typeof students.phone | typeof students.email | typeof students.id,
  values: Iterable<string>,
): Promise<StudentRow[]> {
  const all = [...new Set(values)];
  const found: StudentRow[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const part = all.slice(from, from + AT_ONCE);
    found.push(
      ...(await db
        .select()
        .from(students)
        .where(and(inArray(column, part), isNull(students.removedAt)))),
    );
  }
  return found;
}

export function byPhone(rows: readonly StudentRow[]): Map<string, StudentRow[]> {
  const found = new Map<string, StudentRow[]>();
  for (const row of rows) found.set(row.phone, [...(found.get(row.phone) ?? []), row]);
  return found;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

interface Earlier {
  no: number;
  name: string;
}

/** What becomes of each row, by those before it in the file and by those who are known. */
export async function judgeImported(db: ReadHandle, rows: readonly Draft[]): Promise<Verdict[]> {
  const fine = rows.filter(({ values }) => values !== null);
  const emails = fine.flatMap(({ values }) => textOf(values?.['email']) ?? []);
  const known = byPhone(
    await knownBy(
      db,
      students.phone,
      fine.flatMap(({ key }) => key ?? []),
    ),
  );
  const owners = new Map((await knownBy(db, students.email, emails)).map(({ email, id }) => [email, id]));
  const before = new Map<string, Earlier[]>();
  const mails = new Map<string, number>();

  function judge({ id, no, values, faults, key, meant, out }: Draft): Verdict {
    const verdict = (state: Judged, found: readonly ImportFault[] = [], targetId: string | null = null) => ({
      ...{ id, state, faults: found, targetId },
    });
    if (!values || key === null) return verdict('bad', faults);
    const name = String(values['name']);
    const email = textOf(values['email']);
    const earlier = before.get(key) ?? [];
    const again = earlier.find((one) => isSameName(one.name, name));
    if (again) return verdict('bad', [{ column: 'phone', message: 'repeated', about: String(again.no) }]);
    const here = known.get(key) ?? [];
    const same = here.find((one) => isSameName(one.name, name));
    const owner = email === null ? undefined : owners.get(email);
    const mailNo = email === null ? undefined : mails.get(email);
    if (owner !== undefined && owner !== same?.id) return verdict('bad', [{ column: 'email', message: 'taken' }]);
    if (mailNo !== undefined) return verdict('bad', [{ column: 'email', message: 'repeated', about: String(mailNo) }]);
    if (!out) {
      before.set(key, [...earlier, { no, name }]);
      if (email !== null) mails.set(email, no);
    }
    if (same) return verdict(Object.keys(changesOf(same, values)).length > 0 ? 'changed' : 'same', [], same.id);
    if (meant) return verdict('new');
    const [other] = here;
    if (other) return verdict('doubtful', [{ column: 'phone', message: 'otherName', about: other.name }]);
    const [first] = earlier;
    return first ? verdict('doubtful', [{ column: 'phone', message: 'otherName', about: first.name }]) : verdict('new');
  }
  return rows.map(judge);
}
