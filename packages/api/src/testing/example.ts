import type { World } from '@studyspot/db/testing/world';
import type { AnyTRPCProcedure, inferProcedureInput } from '@trpc/server';
import type { Role } from '../permissions/roles.ts';

/** What one side of a proof owns: things that exist there and that nobody else may reach. */
export interface Side {
  /** A row of this side in a table, by the name of the table. */
  row(table: string): string;
  tenantId: string;
  /** The tenant that the caller works in; for the platform's staff the platform. */
  homeId: string;
  /** Someone else than the caller, who has accepted. */
  memberId: string;
  /** Someone whose invitation is open. */
  invitedId: string;
  /** A student who was removed. */
  removedId: string;
  /** What the caller was told. */
  noticeId: string;
  /** Another session of the same person. */
  sessionId: string;
  /** A tenant in the state that the procedure needs, for what only some states allow. */
  suspendedId: string;
  deletedId: string;
  /** One of each purpose, for someone of this side. Whoever holds one may use it: they are no ids. */
  tokens: { reset: string; verify: string; invite: string; device: string; email: string };
  password: string;
}

/** Who may call it while everything is in order; 'anyone' also signed out, 'person' whoever is signed in there. */
export type Who = 'anyone' | 'person' | readonly Role[];

export interface Example<Input = unknown> {
  /** By hand, from what was decided, and never made from the permission table: this is what it is held against. */
  who: Who;
  /** Kept by a library whose plan has run out. */
  evenExpired?: true;
  /** One good input, made of what a side owns. */
  input(side: Side): Input;
}

/** A line per procedure of a router; one that is missing does not compile. */
export type Examples<Router extends { _def: { record: object } }> = {
  [Name in keyof Router['_def']['record']]: Router['_def']['record'][Name] extends AnyTRPCProcedure
    ? Example<inferProcedureInput<Router['_def']['record'][Name]>>
    : never;
};

/** Something that the worker does, for the business A of a world: the event it hears of, or what the job holds. */
export interface WorkExample {
  event?: { name: string; kind: string; id: string; actor?: string; before?: object; after?: object };
  payload?: object;
  /** What is of all tenants is done under the platform's claim. */
  under?: 'platform';
  /** Rows that stand before it is done. */
  laid?: readonly { table: string; row: Record<string, string | object> }[];
  /** How the business stands when it is done. */
  tenant?: Record<string, string | Date>;
}

/** What `domains/NAME/examples.ts` exports: under each portal, its routers by the names that root.ts mounts them under. */
export interface DomainExamples {
  owner?: Readonly<Record<string, Readonly<Record<string, Example>>>>;
  admin?: Readonly<Record<string, Readonly<Record<string, Example>>>>;
  /** By the kind: what stands in `on-…`, `job-…` and `schedule-…`. */
  work?: Readonly<Record<string, (world: World) => WorkExample>>;
}
