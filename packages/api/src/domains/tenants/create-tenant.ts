import { invite } from '@studyspot/db/invite';
import { and, eq, like, or } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { settings } from '@studyspot/db/schema/system';
import { memberships, tenants } from '@studyspot/db/schema/tenants';
import type { Actor, ChangeHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import type { Locale } from '../../locale.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { insertRow } from '../../procedures/write.ts';
import { takeMailRoom } from '../identity/link/limit-mails.ts';
import { freeSlug, limitsOf, slugOf, startOf, TENANT_DEFAULTS, TRIAL_DAYS } from './rules.ts';
import { type createTenantInput, trialDays } from './schema.ts';
import { detailOf, type TenantDetail } from './tenant-row.ts';

type Input = z.output<typeof createTenantInput>;

/** Everything or nothing: tenant, owner, defaults and both trails in one transaction; the worker mails the welcome. */
export async function createTenant({ db, actor, services, request }: ChangeScope, input: Input): Promise<TenantDetail> {
  const { name, email, phone, city, state, plan } = input;
  await db.lock('tenants.slug');
  const slug = freeSlug(name, await slugsLike(db, slugOf(name)));
  const values = {
    ...{ name, slug, email, phone, city, state, plan },
    ...limitsOf(plan),
    ...startOf(plan, services.clock.now(), await trialDaysOf(db)),
  };
  const { row, event } = await insertRow(db, tenants, values, 'tenant.created');
  await db.asTenant(row.id, async (theirs) => {
    theirs.record(event);
    await addDefaults(theirs);
    await addOwner(theirs, actor, input, request.locale);
  });
  takeMailRoom({ services, actor }, input.ownerEmail);
  return await detailOf(db, row.id);
}

// Under the platform's claim: what it has set, read as it is when the trial begins.
async function trialDaysOf(db: ChangeHandle): Promise<number> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(and(eq(settings.tenantId, PLATFORM_ID), eq(settings.key, 'platform.trial_days')));
  const stored = trialDays.safeParse(row?.value);
  return stored.success ? stored.data : TRIAL_DAYS;
}

async function slugsLike(db: ChangeHandle, slug: string): Promise<Set<string>> {
  const taken = await db
    .select({ slug: tenants.slug })
    .from(tenants)
    .where(or(eq(tenants.slug, slug), like(tenants.slug, `${slug}-%`)));
  return new Set(taken.map((row) => row.slug));
}

async function addDefaults(db: ChangeHandle): Promise<void> {
  const rows = Object.entries(TENANT_DEFAULTS).map(([key, value]) => ({ key, value }));
  await db.insert(settings).values(rows);
}

async function addOwner(db: ChangeHandle, actor: Actor, input: Input, locale: Locale): Promise<void> {
  const person = { email: input.ownerEmail, name: input.ownerName };
  const userId = await invite(db, { ...person, locale });
  const values = {
    ...{ ...person, userId, phone: input.ownerPhone, invitedBy: actor.userId },
    ...({ role: 'owner', tenantKind: 'library' } as const),
  };
  await insertRow(db, memberships, values, 'member.welcomed');
}
