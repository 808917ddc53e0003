import type { APPROVALS } from '../names.ts';

type Approval = (typeof APPROVALS)[number];

interface Let {
  approval: Approval;
  suspendedAt: Date | null;
}

/** What the platform says of a library, in one word: a suspension stands before the approval that it keeps. */
export const standingOf = ({ approval, suspendedAt }: Let) => (suspendedAt ? ('suspended' as const) : approval);

type Act = 'approve' | 'ask' | 'reject' | 'reconsider' | 'suspend' | 'reinstate' | 'handIn';

// Postgres holds the same of who moves an approval: the trigger `approval_moves`.
const FROM: Record<Act, ReturnType<typeof standingOf>> = {
  approve: 'pending',
  ask: 'pending',
  reject: 'pending',
  reconsider: 'rejected',
  suspend: 'approved',
  reinstate: 'suspended',
  handIn: 'changes_requested',
};

export const may = (act: Act, library: Let): boolean => standingOf(library) === FROM[act];

/** What is said where somebody would be admitted, or null where they are: who is there already stays. */
export function whyNobody(library: Let) {
  const standing = standingOf(library);
  if (standing === 'approved') return null;
  if (standing === 'suspended') return 'librarySuspended' as const;
  return standing === 'rejected' ? ('libraryRejected' as const) : ('libraryPending' as const);
}
