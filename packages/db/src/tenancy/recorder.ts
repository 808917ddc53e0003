import { trailOf } from '../schema/trail.ts';
import type { Parameter } from './ask.ts';
import { AppFault } from './faults.ts';
import type { Doer, TrailEvent } from './scope.ts';

// Written by hand: id, tx and occurred_at come from their defaults, which no login may choose.
export const recordText =
  'insert into domain_events (name,subject_kind,subject_id,library_id,actor_id,actor_name,request_id,before,after)' +
  ' values ($1,$2,$3,$4::uuid,$5::uuid,$6,$7,$8::jsonb,$9::jsonb) returning id';

function allowed(kind: string, values: Record<string, unknown> | undefined): string | null {
  if (!values) return null;
  const columns = trailOf(kind);
  if (!columns) throw new AppFault('unrecorded', `no columns are allowed in the trail of ${kind}`);
  return JSON.stringify(
    Object.fromEntries(columns.filter((name) => name in values).map((name) => [name, values[name]])),
  );
}

export function recordParameters(event: TrailEvent, actor: Doer, requestId: string | undefined): Parameter[] {
  const { subject } = event;
  return [
    event.name,
    subject.kind,
    subject.id,
    event.libraryId ?? null,
    actor.userId,
    actor.name,
    requestId ?? null,
    allowed(subject.kind, event.before),
    allowed(subject.kind, event.after),
  ];
}
