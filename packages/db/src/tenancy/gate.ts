import { arrayLiteral, parseArrayLiteral } from './array-literal.ts';
import type { Parameter } from './ask.ts';
import { AppFault, Refused } from './faults.ts';
import type { Actor, Entry } from './scope.ts';
import type { Transaction } from './transaction.ts';
import { isUuid } from './uuid.ts';

const text =
  'select user_id,membership_id,tenant_id,tenant_kind,name,role,added,removed,library_id,max_libraries,max_students,max_staff,confirm' +
  ' from wall.enter($1::uuid,$2::bytea,$3::text,$4::text[],$5::text,$6::boolean,$7::uuid)';

export interface Passed {
  actor: Actor;
  confirm: boolean;
}

/** Checked before anything is sent, so that a malformed cookie costs no round trip. */
export function gateParameters(entry: Entry): Parameter[] {
  if (!isUuid(entry.session) || (entry.library !== null && !isUuid(entry.library))) throw new Refused('S1001');
  return [
    entry.session,
    entry.secretHash,
    entry.portal,
    arrayLiteral(entry.roles),
    entry.permission,
    entry.evenExpired ? 'true' : 'false',
    entry.library,
  ];
}

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new AppFault('claim', 'the gate gave a row of another shape');
  return value;
}

function toActor(row: unknown[]): Actor {
  const kind = asText(row[3]);
  return {
    userId: asText(row[0]),
    membershipId: asText(row[1]),
    tenantId: asText(row[2]),
    tenantKind: kind === 'platform' ? 'platform' : 'library',
    name: asText(row[4]),
    role: asText(row[5]),
    added: parseArrayLiteral(asText(row[6])),
    removed: parseArrayLiteral(asText(row[7])),
    libraryId: row[8] === null ? null : asText(row[8]),
    limits: { libraries: Number(row[9]), students: Number(row[10]), staff: Number(row[11]) },
  };
}

export async function enter(transaction: Transaction, parameters: Parameter[]): Promise<Passed> {
  const rows = await transaction.rows(text, parameters);
  const row = rows[0];
  // The gate raises; an answer without a row would be a gate that says nothing.
  if (!row) throw new Refused('S1001');
  return { actor: toActor(row), confirm: row[12] === true };
}
