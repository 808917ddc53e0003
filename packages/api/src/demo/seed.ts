import { randomUUID } from 'node:crypto';
import { hasNobody, makeFirstAdmin } from '@studyspot/db/first-admin';
import type { Signed } from '../procedures/context.ts';
import { type DemoPortal, openPortal, type Settings } from './portal.ts';
import { demoPassword, demoSignIns } from './sign-ins.ts';
import { type DemoTenant, demoTenants } from './tenants.ts';

interface SeedInto {
  /** The migrator's address, for the first person alone. */
  databaseUrl: string;
  /** What each portal would read from its environment. */
  owner: Settings;
  admin: Settings;
}

interface Portals {
  owner: DemoPortal;
  admin: DemoPortal;
}

export const isEmpty = hasNobody;

/** Three libraries with their people, all through the verbs, so that trails and copies are as in real life. */
export async function seedDemo(into: SeedInto): Promise<void> {
  const portals = { owner: openPortal(into.owner), admin: openPortal(into.admin) };
  try {
    const [first, support] = demoSignIns.admin;
    if (!first || !support) throw new Error('the demo names no admin');
    const passwordHash = await portals.admin.passwords.hash(first.password);
    await makeFirstAdmin(into.databaseUrl, { email: first.email, name: 'Meera Iyer', passwordHash });
    const admin = await portals.admin.signIn(first.email);
    await portals.admin.admin(admin).platformStaff.invite({
      requestKey: randomUUID(),
      email: support.email,
      name: 'Farhan Qureshi',
      role: 'support',
      department: 'operations',
      added: [],
      removed: [],
    });
    await accept(portals.admin, portals.admin.tokenFor(support.email), 'Farhan Qureshi', support.password);
    for (const tenant of demoTenants) await seedTenant(portals, admin, tenant);
    await portals.admin.signOut(admin);
  } finally {
    await portals.owner.close();
    await portals.admin.close();
  }
}

async function seedTenant(
  { owner, admin }: Portals,
  by: Signed,
  { tenant, libraries, staff }: DemoTenant,
): Promise<void> {
  await admin.admin(by).tenants.create({ requestKey: randomUUID(), ...tenant });
  await accept(owner, admin.tokenFor(tenant.ownerEmail), tenant.ownerName, demoPassword);
  const signed = await owner.signIn(tenant.ownerEmail);
  const caller = owner.owner(signed);
  for (const library of libraries) await caller.libraries.create({ requestKey: randomUUID(), ...library });
  for (const { waits, ...member } of staff) {
    await caller.staff.invite({ requestKey: randomUUID(), ...member, added: [], removed: [] });
    if (!waits) await accept(owner, owner.tokenFor(member.email), member.name, demoPassword);
  }
  await owner.signOut(signed);
}

async function accept(portal: DemoPortal, token: string, name: string, password: string): Promise<void> {
  await portal.owner(null).identity.acceptInvitation({ token, name, password });
}
