import type { Domain } from '../domains/domain.ts';
import * as order from '../domains/order.ts';

const domains: readonly Domain[] = Object.values(order);

/** Which routers read what an event is about, by the kind of its subject: their screens ask again. Isomorphic. */
export const touched: Readonly<Record<string, readonly string[]>> = Object.assign(
  {},
  ...domains.map(({ shown }) => shown),
);

/** Kinds that are of one person: of who made them, or whom their subject names. */
export const personal: ReadonlySet<string> = new Set(domains.flatMap((domain) => domain.personal ?? []));

/** Kinds that the platform tells to a tenant, named by the subject. */
export const addressed: ReadonlySet<string> = new Set(domains.flatMap((domain) => domain.addressed ?? []));

/** Kinds that the platform hears of in every tenant. */
export const overheard: ReadonlySet<string> = new Set(domains.flatMap((domain) => domain.overheard ?? []));

/** In place of one of them. */
export const EVERY_TENANT = 'all';
