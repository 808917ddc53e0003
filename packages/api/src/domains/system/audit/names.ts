import type { Domain } from '../../domain.ts';
import * as order from '../../order.ts';

const domains: readonly Domain[] = Object.values(order);

/** What the trail tells of, by the kind it begins with: an event is called `tenant.created`. */
export const AUDIT_EVENTS: Readonly<Record<string, readonly string[]>> = Object.assign(
  {},
  ...domains.map(({ events }) => events),
);
