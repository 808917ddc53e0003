/**
 * Which routers read what an event is about, by the kind of its subject: who may call the reads of one hears of it, and
 * their screens ask again. Isomorphic.
 */
export const touched: Readonly<Record<string, readonly string[]>> = {
  tenant: ['tenants'],
  membership: ['staff', 'platformStaff'],
  library: ['libraries'],
  setting: ['settings'],
  flag: ['flags'],
  views: ['views'],
};

/** Kinds that are of who made them: nobody else hears of those. */
export const personal: ReadonlySet<string> = new Set(['views']);
