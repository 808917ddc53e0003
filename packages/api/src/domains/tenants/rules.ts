import type { PLANS } from './names.ts';

export type Plan = (typeof PLANS)[number];

// What a plan allows. Changing a tenant's plan comes with billing; here it is set once, at provisioning.
// Libraries, students, staff.
const PLAN_LIMITS: Record<Plan, readonly [number, number, number]> = {
  free: [1, 100, 10],
  starter: [2, 300, 15],
  professional: [5, 1500, 50],
  enterprise: [50, 20_000, 500],
};

export function limitsOf(plan: Plan) {
  const [maxLibraries, maxStudents, maxStaff] = PLAN_LIMITS[plan];
  return { maxLibraries, maxStudents, maxStaff };
}

const SLUG_LENGTH = 50;

export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-|-$/g, '');
  // a name in Devanagari leaves no letter that an address can carry
  return slug === '' ? 'library' : slug;
}

export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

const DAY_MS = 86_400_000;

// A free tenant has nothing to try out; a paid plan begins with its trial.
export function startOf(plan: Plan, now: Date, trialDays: number) {
  if (plan === 'free') return { status: 'active' as const, trialEndsAt: null };
  return { status: 'trial' as const, trialEndsAt: new Date(now.getTime() + trialDays * DAY_MS) };
}

// A suspension forgets nothing: what a tenant comes back to follows from its dates.
export function statusAfterSuspension(
  tenant: { trialEndsAt: Date | null; subscriptionEndsAt: Date | null },
  now: Date,
) {
  if (tenant.subscriptionEndsAt) return tenant.subscriptionEndsAt > now ? ('active' as const) : ('expired' as const);
  if (tenant.trialEndsAt) return tenant.trialEndsAt > now ? ('trial' as const) : ('expired' as const);
  return 'active' as const;
}

export const TRIAL_DAYS = 14;

/** What a new tenant's settings say until its owner changes them. */
export const TENANT_DEFAULTS = { 'display.locale': 'en' } as const;
