import type { ErrorData } from '@studyspot/api/errors/app-error';
import type { Code } from '@studyspot/api/errors/codes';
import { isSwitched } from '../failure.tsx';

/** A change of one field of a record, as the person made it. */
export interface Draft {
  /** Such as `libraries.setStatus`; the record is read by `libraries.get`. */
  procedure: string;
  input: { id: string; version: number } & Readonly<Record<string, unknown>>;
  /** How it is told: the record's name, which field, and the words of its values. */
  told: { name: string; field: string; words: Readonly<Record<string, string>> };
}

/** Why the person has to look at it: someone was faster, or it is refused for good. */
export type Stuck = { why: 'contested'; now: Readonly<Record<string, unknown>> } | { why: 'refused'; sentence: string };

export interface Act extends Draft {
  /** Of the queue. */
  order: number;
  /** The request key: however often it is sent, it is done once. */
  key: string;
  /** Of which business and whom, as `ownerOf` gives it. */
  owner: string;
  firstName: string;
  place: string;
  stuck: Stuck | null;
}

export const personOf = (owner: string) => owner.slice(owner.indexOf(':') + 1);

export const firstNameOf = (name: string) => name.trim().split(/\s/, 1)[0] ?? '';

const isSameRecord = (one: Act, other: Act) => one.owner === other.owner && one.input.id === other.input.id;

/** The first that may be sent: of this owner, and behind no other of its record. */
export function nextOf(acts: readonly Act[], owner: string): Act | undefined {
  return acts.find(
    (act, at) =>
      act.owner === owner && act.stuck === null && !acts.slice(0, at).some((before) => isSameRecord(before, act)),
  );
}

/** When one is done, those behind it were made from what it has made. */
export function behind(acts: readonly Act[], done: Act, version: number): Act[] {
  return acts
    .filter((act) => act.order > done.order && isSameRecord(act, done))
    .map((act) => ({ ...act, input: { ...act.input, version: Math.max(act.input.version, version) } }));
}

const later = new Set<Code>(['too_many_calls', 'database', 'server', 'unavailable']);
const withSession = new Set<Code>(['unauthorized', 'token_expired', 'account_inactive']);
const withAccount = new Set<Code>(['tenant_suspended', 'subscription_expired']);

/**
 * What a failed try means. Away: try again. Elsewhere: not now, not here, or not as this person; it waits. No answer says
 * nothing about what was done, and the same key asks.
 */
export function meaningOf(failure: ErrorData | null): 'away' | 'elsewhere' | 'contested' | 'refused' {
  if (failure === null || later.has(failure.name)) return 'away';
  if (failure.name === 'conflict' && failure.details?.reason === 'in_flight') return 'away';
  if (isSwitched(failure) || withSession.has(failure.name) || withAccount.has(failure.name)) return 'elsewhere';
  return failure.name === 'changed_meanwhile' ? 'contested' : 'refused';
}

const FIRST_MS = 2_000;
const MOST_MS = 60_000;

/** The network is there and we are not: ask again when we said, else ever more seldom. */
export function pauseAfter(tries: number, failure: ErrorData | null): number {
  const seconds = failure?.details?.retryAfter;
  return typeof seconds === 'number' ? seconds * 1000 : Math.min(FIRST_MS * 2 ** tries, MOST_MS);
}

export interface Waiting {
  /** Sent as soon as it can be. */
  mine: readonly Act[];
  /** Waits for this person to decide. */
  stuck: readonly Act[];
  /** Of this person in other businesses, by their names. */
  elsewhere: ReadonlyMap<string, number>;
  /** Of others who share this device, by their first names. */
  ofOthers: ReadonlyMap<string, number>;
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

export function sorted(acts: readonly Act[], owner: string): Waiting {
  const here = acts.filter((act) => act.owner === owner);
  const others = acts.filter((act) => act.owner !== owner);
  const isOwn = (act: Act) => personOf(act.owner) === personOf(owner);
  return {
    mine: here.filter(({ stuck }) => stuck === null),
    stuck: here.filter(({ stuck }) => stuck !== null),
    elsewhere: counted(others.filter(isOwn).map(({ place }) => place)),
    ofOthers: counted(others.filter((act) => !isOwn(act)).map(({ firstName }) => firstName)),
  };
}
