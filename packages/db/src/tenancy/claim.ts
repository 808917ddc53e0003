import { AppFault } from './faults.ts';
import { isUuid } from './uuid.ts';

// SET takes no parameters, so the pattern is all that stands between the value and the statement.
function claimed(tenant: string): string {
  if (!isUuid(tenant)) throw new AppFault('claim', 'the claim is not a uuid');
  return `set local app.tenant_id='${tenant}'`;
}

/** One simple message: no round trip lies between the transaction's begin and its claim. */
export function beginWithClaim(tenant: string, mode: 'read' | 'change'): string {
  return `${mode === 'read' ? 'begin read only' : 'begin'}; ${claimed(tenant)}`;
}

/** What was left for the commit to check is checked first, under the claim that it was written under. */
export function moveClaim(tenant: string): string {
  return `set constraints all immediate; ${claimed(tenant)}`;
}
