import type * as z from 'zod/mini';
import type { ChangeScope } from '../../../procedures/builder.ts';
import type { libraryReasonInput, libraryVersionInput } from '../schema.ts';
import { writeStanding } from './write-standing.ts';

type At = z.output<typeof libraryVersionInput>;
type Reasoned = z.output<typeof libraryReasonInput>;

export const approveLibrary = (scope: ChangeScope, at: At) =>
  writeStanding(scope, at, ['approve', 'approved'], { approval: 'approved', approvalReason: null });

export const requestChanges = (scope: ChangeScope, { reason, ...at }: Reasoned) =>
  writeStanding(scope, at, ['ask', 'changes_requested'], { approval: 'changes_requested', approvalReason: reason });

export const rejectLibrary = (scope: ChangeScope, { reason, ...at }: Reasoned) =>
  writeStanding(scope, at, ['reject', 'rejected'], { approval: 'rejected', approvalReason: reason });

/** What was rejected is looked at once more. */
export const reconsiderLibrary = (scope: ChangeScope, at: At) =>
  writeStanding(scope, at, ['reconsider', 'reconsidered'], { approval: 'pending' });
