import type { Domain } from '../../domain.ts';
import * as order from '../../order.ts';

const domains: readonly Domain[] = Object.values(order);

/** What the trail tells the platform of, by the kind it begins with: an event is called `tenant.created`. Personal ones are not told, nor what is of a library alone. */
export const AUDIT_EVENTS: Readonly<Record<string, readonly string[]>> = Object.assign(
  {},
  ...domains.map(({ events = {}, personal = [], private: isPrivate = false }) =>
    Object.fromEntries(Object.entries(events).filter(([kind]) => !isPrivate && !personal.includes(kind))),
  ),
);
