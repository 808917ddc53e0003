import type { AnyTRPCProcedure, inferProcedureInput } from '@trpc/server';

/** What one side of a proof owns: things that exist there and that nobody else may reach. */
export interface Side {
  tenantId: string;
  /** The tenant that the caller works in; for the platform's staff the platform. */
  homeId: string;
  libraryId: string;
  /** Someone else than the caller, who has accepted. */
  memberId: string;
  /** Someone whose invitation is open. */
  invitedId: string;
  /** Another session of the same person. */
  sessionId: string;
  /** A tenant in the state that the procedure needs, for what only some states allow. */
  suspendedId: string;
  deletedId: string;
  /** One of each purpose, for someone of this side. Whoever holds one may use it: they are no ids. */
  tokens: { reset: string; verify: string; invite: string; device: string; email: string };
  password: string;
}

/** One input per procedure, made of what a side owns; a procedure that has none does not compile. */
export type Examples<Record> = {
  [Name in keyof Record]: Record[Name] extends AnyTRPCProcedure
    ? (side: Side) => inferProcedureInput<Record[Name]>
    : Examples<Record[Name]>;
};

export type AnyExample = (side: Side) => unknown;

/** By path, as the router names its procedures. */
export function byPath(examples: object, prefix = ''): Map<string, AnyExample> {
  const found = new Map<string, AnyExample>();
  for (const [name, value] of Object.entries(examples)) {
    const path = `${prefix}${name}`;
    if (typeof value === 'function') found.set(path, value);
    else for (const [inner, example] of byPath(value, `${path}.`)) found.set(inner, example);
  }
  return found;
}
