import { invite } from '@studyspot/db/invite';
import { and, eq, like, or } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { settings } from '@studyspot/db/schema/system';
import { memberships, tenants } from '@studyspot/db/schema/tenants';
import type { Actor, ChangeHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import type { AfterScope, ChangeScope } from '../../procedures/builder.ts';
import { insertRow } from '../../procedures/write.ts';
import { mustHaveMailRoom } from '../identity/link/limit-mails.ts';
import { mailWelcome } from './mail-welcome.ts';
import { freeSlug, limitsOf, slugOf, startOf, TENANT_DEFAULTS, TRIAL_DAYS } from './rules.ts';
import { type createTenantInput, trialDays } from './schema.ts';
import { detailOf, type TenantDetail } from './tenant-row.ts';

type Input = z.output<typeof createTenantInput>;

export interface Provisioned {
  tenant: TenantDetail;
  ownerMembershipId: string;
}

/** Everything or nothing: tenant, owner, defaults and both trails in one transaction; the mail follows the commit. */
export async function createTenant({ db, actor, services }: ChangeScope, input: Input): Promise<Provisioned> {
  const { name, email, phone, city, state, plan } = input;
  mustHaveMailRoom({ services, actor }, input.ownerEmail);
  await db.lock('tenants.slug');
  const slug = freeSlug(name, await slugsLike(db, slugOf(name)));
  const values = {
    ...{ name, slug, email, phone, city, state, plan },
    ...limitsOf(plan),
    ...startOf(plan, services.clock.now(), await trialDaysOf(db)),
  };
  const { row, event } = await insertRow(db, tenants, values, 'tenant.created');
  const ownerMembershipId = await db.asTenant(row.id, async (theirs) => {
    theirs.record(event);
    await addDefaults(theirs);
    return await addOwner(theirs, actor, input);
  });
  return { tenant: await detailOf(db, row.id), ownerMembershipId };
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

async function addOwner(db: ChangeHandle, actor: Actor, input: Input): Promise<string> {
  const person = { email: input.ownerEmail, name: input.ownerName };
  const userId = await invite(db, person);
  const values = {
    ...{ ...person, userId, phone: input.ownerPhone, invitedBy: actor.userId },
    ...({ role: 'owner', tenantKind: 'library' } as const),
  };
  const { row } = await insertRow(db, memberships, values, 'member.invited');
  return row.id;
}

export async function welcomeOwner(scope: AfterScope, { tenant, ownerMembershipId }: Provisioned) {
  return { tenant, mail: await mailWelcome(scope, { tenantId: tenant.id, membershipId: ownerMembershipId }) };
}
