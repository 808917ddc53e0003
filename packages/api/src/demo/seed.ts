import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { hasNoAdmin, inviteFirstAdmin } from '@studyspot/db/first-admin';
import { openWorkDatabase, type WorkDatabase } from '@studyspot/db/tenancy/work-database';
import { pino } from 'pino';
import { readEnv } from '../env.ts';
import { newToken } from '../one-time-token.ts';
import { type App, openApp } from '../open-app.ts';
import { makeCallerFactory } from '../procedures/router.ts';
import { adminRouter, ownerRouter } from '../root.ts';
import { readWorkerEnv } from '../work/env.ts';
import { found } from '../work/found.ts';
import { openWorkServices } from '../work/open-services.ts';
import { startWorker } from '../work/worker.ts';
import { type DemoTenant, demoTenants } from './libraries.ts';
import { givePast } from './past.ts';
import { contextOf, Letterbox, signIn, signOut } from './people.ts';
import { demoSignIns } from './sign-ins.ts';
import { studentsOf } from './students.ts';

type Settings = Record<string, string | undefined>;

export interface SeedTarget {
  /** The migrator's address: the first admin and the past need it. */
  databaseUrl: string;
  /** What each portal reads from its environment. */
  owner: Settings;
  admin: Settings;
  /** And a worker. */
  worker: Settings;
}

export const isEmpty = hasNoAdmin;

const callAdmin = makeCallerFactory(adminRouter);
const callOwner = makeCallerFactory(ownerRouter);

function openPortal(settings: Settings): App {
  const env = readEnv(settings);
  const router = env.portal === 'owner' ? ownerRouter : adminRouter;
  return openApp(env, { router, log: pino({ level: 'silent' }) });
}

/** Its letters go nowhere, and all that happens here is heard of before a worker that sends them begins. */
const PATIENCE_MS = 30_000;

/** Until nothing is left to do: the past moves events, and a job that waits would not find its own. */
async function untilDone(database: WorkDatabase): Promise<void> {
  const enough = performance.now() + PATIENCE_MS;
  for (;;) {
    const [row] = await database.ask('select jobs.overview() as told', []);
    const told = row?.['told'] as { unrelayed: { count: number }; queues: unknown[] } | undefined;
    if (told?.unrelayed.count === 0 && told.queues.length === 0) return;
    if (performance.now() > enough) throw new Error('what follows from the demo was not done in time');
    await pause(50);
  }
}

async function openWorker(settings: Settings, mail: Letterbox): Promise<{ stop(): Promise<void> }> {
  const env = readWorkerEnv(settings);
  const database = openWorkDatabase({ url: env.DATABASE_URL_SYSTEM });
  const services = openWorkServices(env, mail);
  const worker = startWorker({ database, said: found, services, log: pino({ level: 'silent' }) });
  await worker.hears;
  return {
    async stop() {
      await untilDone(database).finally(() => worker.stop());
      await Promise.all([database.close(), services.close()]);
    },
  };
}

/** The demo, built with the product's own verbs: what they refuse is not in it. */
export async function seedDemo(target: SeedTarget): Promise<void> {
  const mail = new Letterbox();
  const admin = openPortal(target.admin);
  const owner = openPortal(target.owner);
  const worker = await openWorker(target.worker, mail);
  try {
    await seedPlatform(target, admin, mail);
    const [first] = demoSignIns.admin;
    if (!first) throw new Error('the demo needs an admin');
    const signed = await signIn(admin, 'admin', first.email);
    for (const demo of demoTenants) {
      const created = await callAdmin(contextOf(admin, signed)).tenants.create({
        requestKey: randomUUID(),
        ...demo.tenant,
      });
      await seedTenant(owner, mail, demo, created.id);
    }
    await signOut(admin, 'admin', signed);
  } finally {
    await worker.stop();
    await Promise.all([admin.stop(), owner.stop()]);
  }
  await givePast(target.databaseUrl);
}

async function seedPlatform(target: SeedTarget, admin: App, mail: Letterbox): Promise<void> {
  const [first, support] = demoSignIns.admin;
  if (!first || !support) throw new Error('the demo needs an admin and someone of support');
  const { token, tokenHash } = newToken();
  await inviteFirstAdmin(target.databaseUrl, { email: first.email, name: 'Arjun Nair', tokenHash });
  const anyone = callAdmin(contextOf(admin, null));
  await anyone.identity.acceptInvitation({ token, name: 'Arjun Nair', password: first.password });
  const signed = await signIn(admin, 'admin', first.email);
  const invite = callAdmin(contextOf(admin, signed)).platformStaff.invite;
  const rights = { added: [], removed: [] };
  await invite({
    ...{ requestKey: randomUUID(), email: support.email, name: 'Kavita Menon', role: 'support' },
    ...{ department: 'operations', ...rights },
  });
  await anyone.identity.acceptInvitation({ token: await mail.tokenFor(support.email), password: support.password });
  await invite({
    ...{ requestKey: randomUUID(), email: 'farhan.ali@studyspot.com', name: 'Farhan Ali', role: 'analyst' },
    ...{ department: 'finance', ...rights },
  });
  await mail.tokenFor('farhan.ali@studyspot.com');
  await signOut(admin, 'admin', signed);
}

async function seedTenant(owner: App, mail: Letterbox, demo: DemoTenant, tenantId: string): Promise<void> {
  const { ownerEmail } = demo.tenant;
  const anyone = callOwner(contextOf(owner, null));
  await anyone.identity.acceptInvitation({ token: await mail.tokenFor(ownerEmail), password: passwordOf(ownerEmail) });
  const signed = await signIn(owner, 'owner', ownerEmail);
  const call = callOwner(contextOf(owner, { ...signed, tenant: tenantId }));
  const homes: string[] = [];
  for (const library of demo.libraries)
    homes.push((await call.libraries.create({ requestKey: randomUUID(), ...library })).id);
  for (const student of studentsOf(homes)) await call.students.create({ requestKey: randomUUID(), ...student });
  for (const { accepts, ...person } of demo.staff) {
    await call.staff.invite({ requestKey: randomUUID(), ...person, added: [], removed: [] });
    const token = await mail.tokenFor(person.email);
    if (!accepts) continue;
    // whoever has a password already keeps it
    await anyone.identity.acceptInvitation({ token, password: passwordOf(person.email) });
  }
  await signOut(owner, 'owner', signed);
}

const STAFF_PASSWORD = 'Staff@12345';

function passwordOf(email: string): string {
  return demoSignIns.owner.find((person) => person.email === email)?.password ?? STAFF_PASSWORD;
}
