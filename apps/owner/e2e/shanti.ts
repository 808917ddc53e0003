import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { linkMailedTo, people, signIn, urls } from '../../../packages/portal/e2e/journey.ts';

// A business of its own, which no other journey hears of, with one library.
export const name = 'Shanti Study Hall, Station Road';
const password = 'Owner@12345';
export const asha = { email: '', password };
/** Manager of Asha's business, and has one of his own. */
export const ravi = { email: '', password };

async function call(request: APIRequestContext, url: string, procedure: string, data: object): Promise<unknown> {
  const answer = await request.post(`${url}/api/trpc/${procedure}`, { data, headers: { origin: url } });
  const body = await answer.json();
  expect(answer.ok(), JSON.stringify(body)).toBe(true);
  return body.result.data;
}

async function accept(request: APIRequestContext, email: string, before = 0): Promise<void> {
  const token = new URL(await linkMailedTo(email, 'invitation', before)).searchParams.get('token');
  await call(request, urls.owner, 'identity.acceptInvitation', { token, name: email.split('.')[0], password });
}

/** Of each file of tests another, whoever runs it. */
export async function openBusiness(browser: Browser): Promise<void> {
  const stamp = randomUUID();
  asha.email = `asha.${stamp}@example.in`;
  ravi.email = `ravi.${stamp}@example.in`;
  const platform = await browser.newContext({ baseURL: urls.admin });
  const page = await platform.newPage();
  await signIn(page, people.admin);
  for (const [business, { email }] of [
    ['Shanti Study Hall', asha],
    ['Kiran Library', ravi],
  ] as const) {
    const where = { city: 'Kota', state: 'RJ', plan: 'starter' };
    const owner = { ownerName: 'New Owner', ownerEmail: email, ownerPhone: '9876543211' };
    const contact = { requestKey: randomUUID(), name: business, email, phone: '9876543210' };
    await call(page.request, urls.admin, 'tenants.create', { ...contact, ...where, ...owner });
    await accept(page.request, email);
  }
  await platform.close();

  const own = await browser.newContext({ baseURL: urls.owner });
  const first = await own.newPage();
  await signIn(first, asha);
  await addLibrary(first, name, 'SSH-1');
  const person = { requestKey: randomUUID(), name: 'Ravi Das', email: ravi.email, role: 'manager' };
  await call(first.request, urls.owner, 'staff.invite', { ...person, added: [], removed: [] });
  await accept(first.request, ravi.email, 1);
  await own.close();
}

export async function addLibrary({ request }: Page, called: string, code: string): Promise<void> {
  const day = { open: '06:00', close: '22:00' };
  await call(request, urls.owner, 'libraries.create', {
    ...{ requestKey: randomUUID(), name: called, code, address: '12 Station Road', city: 'Kota', state: 'RJ' },
    ...{ pincode: '324001', phone: '9876543212', email: '', position: null, capacity: 60, hours: Array(7).fill(day) },
    ...{ managerName: '', managerPhone: null, managerEmail: '', amenities: [] },
  });
}

/** Asha takes from Ravi what a manager may. */
export async function makeStaff(page: Page): Promise<void> {
  await signIn(page, asha);
  const { items } = (await call(page.request, urls.owner, 'staff.list', { filters: { q: ravi.email } })) as {
    items: [{ id: string; version: number }];
  };
  const { id, version } = items[0];
  const rights = { role: 'staff', added: [], removed: [] };
  await call(page.request, urls.owner, 'staff.update', { id, version, ...rights });
  await page.close();
}

type Status = 'active' | 'inactive' | 'under_maintenance';
export const words: Record<Status, string> = {
  active: 'Open',
  inactive: 'Closed',
  under_maintenance: 'Under maintenance',
};

interface Library {
  id: string;
  version: number;
  status: Status;
  capacity: number;
  phone: string;
}

/** As the server has it, asked beside the page: it needs no network of the page's. */
export async function onServer(page: Page): Promise<Library> {
  const list = (await call(page.request, urls.owner, 'libraries.list', {})) as { items: [Library] };
  return list.items[0];
}

export const switchOf = (page: Page) => page.getByLabel('Change status');
export const kept = (page: Page, count: 'One change is' | '2 changes are' = 'One change is') =>
  page.getByRole('status').filter({ hasText: `${count} kept on this phone` });

/** Signed in, on the page of the library, with the worker and the outbox there. */
export async function openLibrary(page: Page, person: { email: string; password: string } = asha): Promise<Library> {
  await signIn(page, person);
  if (person === ravi) await choose(page, /Shanti/);
  const library = await onServer(page);
  await page.goto(`/libraries/${library.id}`);
  await ready(page);
  return library;
}

export async function choose(page: Page, place: RegExp): Promise<void> {
  await page.goto('/choose');
  await page.getByRole('main').getByRole('button', { name: place }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

export async function ready(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => stored(page)).toContain('known: here');
}

/** The name of whatever stands in a store of this browser, and what it knows of another than whoever is here. */
export function stored(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Opened here first it would have no stores, and the page would keep nothing in it.
    if (!(await indexedDB.databases()).some((one) => one.name === 'studyspot')) return [];
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const asked = indexedDB.open('studyspot');
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    const found: string[] = [];
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<Array<{ name?: string; owner: string; told?: { name: string } }>>((done) => {
        const asked = database.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(asked.result);
      });
      const here = rows.find((row) => row.name === 'here')?.owner;
      for (const { name: known, told, owner } of rows)
        found.push(known ? `known: ${known}${owner === here ? '' : ' of another'}` : `acts: ${told?.name}`);
    }
    database.close();
    return found;
  });
}

export const other = (status: Status): Status => (status === 'inactive' ? 'active' : 'inactive');

/** What the browser sends to the server of the one act. */
export function sendings(context: BrowserContext): string[] {
  const sent: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('libraries.setStatus')) sent.push(request.postData() ?? '');
  });
  return sent;
}
