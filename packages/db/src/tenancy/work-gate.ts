import { arrayLiteral } from './array-literal.ts';
import { AppFault, Lost } from './faults.ts';
import { plainRows } from './plain-rows.ts';
import type { Transaction } from './transaction.ts';
import { isUuid } from './uuid.ts';

/** One attempt at one job: whose it is, and which roles hold the right of whoever began it. */
export interface Work {
  tenant: string;
  job: string;
  attempt: number;
  roles: readonly string[];
}

/** What the gate says of it. */
export interface Worked {
  kind: string;
  eventId: string | null;
  payload: Record<string, unknown>;
  /** Of the member who began it, where somebody did. */
  memberId: string | null;
  userId: string | null;
  libraryId: string | null;
}

const text = 'select kind,event_id,payload,member_id,user_id,library_id from wall.work($1::uuid,$2::int,$3::text[])';

const orNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const workGate =
  ({ job, attempt, roles }: Work) =>
  async (transaction: Transaction): Promise<Worked> => {
    if (!isUuid(job)) throw new AppFault('claim', 'a job is named by a uuid');
    const rows = await transaction.slot.objects(text, [job, String(attempt), arrayLiteral(roles)], transaction);
    const [row] = plainRows(rows);
    if (!row || typeof row['kind'] !== 'string') throw new Lost('the gate gave no row');
    return {
      kind: row['kind'],
      eventId: orNull(row['event_id']),
      payload: Object(row['payload']),
      memberId: orNull(row['member_id']),
      userId: orNull(row['user_id']),
      libraryId: orNull(row['library_id']),
    };
  };
