import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { signIn, signOut, urls, watch } from '../../../packages/portal/e2e/journey.ts';
import {
  choose,
  kept,
  makeStaff,
  name,
  onServer,
  openBusiness,
  openLibrary,
  other,
  ravi,
  ready,
  sendings,
  stored,
  switchOf,
  words,
} from './shanti.ts';

test.use({ serviceWorkers: 'allow' });

// In one file, one after another: all of them change the same library.
test.beforeAll(({ browser }) => openBusiness(browser));

// Held up from the beginning: a request that a new worker passes on may slip by what is set later.
const route = '**/api/trpc/libraries.setStatus*';

test('cut before: words at once, kept, and done once when the network is back', async ({ page, context }) => {
  const before = await openLibrary(page);
  const sent = sendings(context);
  const wanted = other(before.status);
  await context.setOffline(true);
  await expect(page.getByText('No network. What you see is from')).toBeVisible();
  const took = await page.evaluate(async (status) => {
    const field = document.querySelector<HTMLSelectElement>('select[aria-label="Change status"]');
    if (!field) return Number.POSITIVE_INFINITY;
    const begun = performance.now();
    field.value = status;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    while (!document.body.textContent?.includes('kept on this phone')) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  }, wanted);
  console.log(`kept on this phone: told after ${Math.round(took)} ms`);
  expect(took).toBeLessThan(400);
  await expect(kept(page)).toBeVisible();
  await expect(switchOf(page)).toHaveValue(wanted);
  await context.setOffline(false);
  await expect(kept(page)).toHaveCount(0);
  expect(await onServer(page)).toMatchObject({ status: wanted, version: before.version + 1 });
  expect(sent).toHaveLength(1);
});

test('two changes of one record are sent in their order', async ({ page, context }) => {
  const before = await openLibrary(page);
  await context.setOffline(true);
  await switchOf(page).selectOption('under_maintenance');
  await expect(kept(page)).toBeVisible();
  await switchOf(page).selectOption(other(before.status));
  await expect(kept(page, '2 changes are')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('kept on this phone and sent')).toHaveCount(0);
  expect(await onServer(page)).toMatchObject({ status: other(before.status), version: before.version + 2 });
});

test('cut in the middle: an answer lost after the commit, and it is done once', async ({ page, context }) => {
  await context.route(
    route,
    async (asked) => {
      await asked.fetch();
      await asked.abort('connectionreset');
    },
    { times: 1 },
  );
  const before = await openLibrary(page);
  const sent = sendings(context);
  const wanted = other(before.status);
  await switchOf(page).selectOption(wanted);
  // The stream tells of the commit, and so that the server can be asked again.
  await expect.poll(() => sent.length).toBe(2);
  await expect(kept(page)).toHaveCount(0);
  const keys = sent.map((body) => /"requestKey":"([^"]+)"/.exec(body)?.[1]);
  expect(keys[0]).toBe(keys[1]);
  expect(await onServer(page)).toMatchObject({ status: wanted, version: before.version + 1 });
  await expect(switchOf(page)).toHaveValue(wanted);
});

test('cut after: the page is closed while it is sent, and the next one sends it', async ({ page, context }) => {
  await context.route(route, () => undefined);
  const before = await openLibrary(page);
  const wanted = other(before.status);
  const asked = page.waitForRequest(route);
  await switchOf(page).selectOption(wanted);
  await asked;
  await page.close();
  await context.unroute(route);
  const next = await context.newPage();
  await next.goto('/');
  await expect.poll(async () => (await onServer(next)).version).toBe(before.version + 1);
  expect((await onServer(next)).status).toBe(wanted);
  await ready(next);
  await expect.poll(() => stored(next)).not.toContain(`acts: ${name}`);
});

test('the network is there and the server is not: asked again, ever more seldom', async ({ page, context }) => {
  await context.route(route, (asked) => asked.fulfill({ status: 502, body: 'bad gateway' }), { times: 2 });
  const before = await openLibrary(page);
  const sent = sendings(context);
  await switchOf(page).selectOption(other(before.status));
  await expect(kept(page)).toBeVisible();
  await expect.poll(() => sent.length, { timeout: 20_000 }).toBe(3);
  await expect(kept(page)).toHaveCount(0);
  expect((await onServer(page)).version).toBe(before.version + 1);
});

test('closed and opened again without a network: the page for it, what is known, and all goes on by itself', async ({
  page,
  context,
}) => {
  const complaints = watch(page);
  const before = await openLibrary(page);
  await page.goto('/libraries');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect.poll(() => stored(page)).toContain('known: libraries');
  await page.goto(`/libraries/${before.id}`);
  await ready(page);
  await context.setOffline(true);
  await switchOf(page).selectOption(other(before.status));
  await expect(kept(page)).toBeVisible();
  expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  await page.close();

  const next = await context.newPage();
  await next.goto('/libraries');
  await expect(next.getByRole('heading', { level: 1, name: 'No network right now' })).toBeVisible();
  await expect(next.getByRole('heading', { level: 2, name: 'Libraries · Shanti Study Hall' })).toBeVisible();
  await expect(next.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  await context.setOffline(false);
  await expect(next.getByRole('row')).toHaveCount(2);
  await expect.poll(async () => (await onServer(next)).version).toBe(before.version + 1);
  expect((await onServer(next)).status).toBe(other(before.status));
});

test('two tabs that come back on line send one act once', async ({ page, context }) => {
  const before = await openLibrary(page);
  const second = await context.newPage();
  await second.goto('/libraries');
  await ready(second);
  const sent = sendings(context);
  await context.setOffline(true);
  await switchOf(page).selectOption(other(before.status));
  await expect(kept(page)).toBeVisible();
  await expect(kept(second)).toBeVisible();
  await context.setOffline(false);
  await expect(kept(page)).toHaveCount(0);
  await expect(kept(second)).toHaveCount(0);
  await page.waitForTimeout(500);
  expect(sent).toHaveLength(1);
  expect(await onServer(page)).toMatchObject({ status: other(before.status), version: before.version + 1 });
});

test('what another tab has sent can be undone where it was done', async ({ page, context }) => {
  const before = await openLibrary(page);
  const second = await context.newPage();
  await second.goto('/');
  await ready(second);
  await page.route(route, (asked) => asked.abort());
  await switchOf(page).selectOption(other(before.status));
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  await second.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(kept(page)).toHaveCount(0);
  await page.unroute(route);
  await undo.click();
  await expect.poll(() => onServer(page)).toMatchObject({ status: before.status, version: before.version + 2 });
  await expect(page.getByText('someone else saved')).toHaveCount(0);
});

test('someone was faster: both are shown, and the person decides', async ({ page, context, browser }) => {
  const colleague = await (await browser.newContext({ baseURL: urls.owner })).newPage();
  await openLibrary(colleague, ravi);
  for (const mine of [true, false]) {
    const before = mine ? await openLibrary(page) : await onServer(page);
    await page.goto(`/libraries/${before.id}`);
    await ready(page);
    await context.setOffline(true);
    await switchOf(page).selectOption(other(before.status));
    await expect(kept(page)).toBeVisible();
    await colleague.goto(`/libraries/${before.id}`);
    await switchOf(colleague).selectOption('under_maintenance');
    await expect(colleague.getByText('is now: Under maintenance')).toBeVisible();
    await context.setOffline(false);
    const told = page.getByRole('alert').filter({ hasText: name });
    await expect(told).toContainText(`you have “${words[other(before.status)]}”`);
    await expect(told).toContainText('someone else saved “Under maintenance”');
    expect(await onServer(page)).toMatchObject({ status: 'under_maintenance', version: before.version + 1 });
    await told.getByRole('button', { name: mine ? 'Keep mine' : 'Take theirs' }).click();
    await expect(told).toHaveCount(0);
    const [status, version] = mine ? [other(before.status), 2] : ['under_maintenance', 1];
    await expect.poll(() => onServer(page)).toMatchObject({ status, version: before.version + version });
    await expect(switchOf(page)).toHaveValue(status);
  }
  await colleague.context().close();
});

test('a session that ended: the act waits for its person, and is never sent as another', async ({ page, context }) => {
  const before = await openLibrary(page);
  await context.setOffline(true);
  await switchOf(page).selectOption(other(before.status));
  await expect(kept(page)).toBeVisible();
  await page.close();
  // As after an hour without a network: nobody is signed in any more.
  await context.clearCookies();
  await context.setOffline(false);
  const sent = sendings(context);

  const next = await context.newPage();
  await openLibrary(next, ravi);
  await expect(next.getByRole('status').filter({ hasText: 'One change by asha waits on this phone' })).toBeVisible();
  await expect(kept(next)).toHaveCount(0);
  await expect(next.getByText('One change by asha')).not.toContainText('Station Road');
  await next.waitForTimeout(1_000);
  expect([sent, await onServer(next)]).toEqual([[], before]);
  // Of what was read under the other name nothing is left.
  const left = await stored(next);
  expect(left.filter((one) => one.includes('of another'))).toEqual([]);
  expect(left).toContain(`acts: ${name}`);
  await signOut(next);
  await expect.poll(() => stored(next)).toEqual([`acts: ${name}`]);

  await openLibrary(next);
  await expect.poll(async () => (await onServer(next)).version).toBe(before.version + 1);
  await expect.poll(() => stored(next)).not.toContain(`acts: ${name}`);
});

test('a tab of one person does nothing as the one who signed in in another', async ({ page, context }) => {
  const before = await openLibrary(page);
  const second = await context.newPage();
  await context.clearCookies();
  await signIn(second, ravi);
  await choose(second, /Shanti/);
  await switchOf(page).selectOption(other(before.status));
  await expect(page.getByRole('dialog')).toContainText('Someone else signed in in another tab');
  expect(await onServer(second)).toEqual(before);
  expect(await stored(second)).toContain(`acts: ${name}`);
  await second.goto('/');
  await expect(second.getByText('One change by asha waits')).toBeVisible();
});

test('an act of the other business waits, and the bar says for which', async ({ page, context }) => {
  const before = await openLibrary(page, ravi);
  await context.setOffline(true);
  await switchOf(page).selectOption(other(before.status));
  await expect(kept(page)).toBeVisible();
  await page.close();
  await context.setOffline(false);
  await context.route(route, (asked) => asked.abort());
  const next = await context.newPage();
  await choose(next, /Kiran/);
  await expect(next.getByText('One change is for Shanti Study Hall: switch there to send it.')).toBeVisible();
  await context.unroute(route);
  await next.waitForTimeout(1_000);
  await choose(next, /Shanti/);
  await expect.poll(async () => (await onServer(next)).version).toBe(before.version + 1);
  await expect(next.getByText('One change is for')).toHaveCount(0);
});

test('signing out over what is not sent asks, and afterwards nothing is left in the browser', async ({
  page,
  context,
}) => {
  await context.route(route, (asked) => asked.abort());
  const before = await openLibrary(page);
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Number of seats').fill('77');
  await page.waitForTimeout(1_000);
  await switchOf(page).selectOption(other(before.status));
  await expect(kept(page)).toBeVisible();
  const leave = async () => {
    await page.locator('header button[popovertarget=user-menu]').first().click();
    await page.locator('#user-menu form[action*=signout] button').click();
  };
  const dialog = page.getByRole('dialog', { name: 'One change is not sent yet' });
  await leave();
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(dialog).toBeHidden();
  await leave();
  await dialog.getByRole('button', { name: 'Send and sign out' }).click();
  await expect(dialog.getByRole('alert')).toContainText('could not be sent now');
  await dialog.getByRole('button', { name: 'Drop and sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await expect.poll(() => stored(page)).toEqual([]);
  const left = await page.evaluate(async () => {
    const cached: string[] = [];
    for (const cache of await caches.keys())
      for (const { url } of await (await caches.open(cache)).keys()) cached.push(new URL(url).pathname);
    return {
      cached,
      databases: (await indexedDB.databases()).map((one) => one.name),
      local: Object.keys(localStorage),
    };
  });
  expect(left.cached.filter((path) => !path.startsWith('/_next/static/'))).toEqual(['/offline.html']);
  expect(left.databases).toEqual(['studyspot']);
  expect(left.local.filter((key) => key.startsWith('studyspot-draft'))).toEqual([]);
  await context.unroute(route);
  await openLibrary(page);
  expect(await onServer(page)).toEqual(before);
});

test('what waits can be sent on the way out', async ({ page, context }) => {
  await context.route(route, (asked) => asked.abort());
  const before = await openLibrary(page);
  await switchOf(page).selectOption(other(before.status));
  await expect(kept(page)).toBeVisible();
  await page.locator('header button[popovertarget=user-menu]').first().click();
  await page.locator('#user-menu form[action*=signout] button').click();
  await context.unroute(route);
  await page.getByRole('button', { name: 'Send and sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await openLibrary(page);
  expect((await onServer(page)).version).toBe(before.version + 1);
});

test('without a network nobody is signed out, and a phone says so in sight', async ({ page, context }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openLibrary(page);
  await context.setOffline(true);
  await expect(page.getByText('No network. What you see is from')).toBeVisible();
  await page.locator('header button[popovertarget=user-menu]').first().click();
  await page.locator('#user-menu form[action*=signout] button').click();
  const told = page.getByText('Nothing was signed out.');
  await expect(told).toBeVisible();
  // Nothing lies over it.
  await told.click({ trial: true });
});

test('what is refused for good is told with its reason, and leaves by a tap', async ({ page, context, browser }) => {
  const before = await openLibrary(page, ravi);
  await context.setOffline(true);
  await switchOf(page).selectOption(other(before.status));
  await expect(kept(page)).toBeVisible();
  await (await browser.newContext({ baseURL: urls.owner })).newPage().then(makeStaff);
  await context.setOffline(false);
  const told = page.getByRole('alert').filter({ hasText: `“${words[other(before.status)]}” was not saved` });
  await expect(told).toContainText('permission');
  await told.getByRole('button', { name: 'OK' }).click();
  await expect(told).toHaveCount(0);
  await expect.poll(() => stored(page)).not.toContain(`acts: ${name}`);
  expect(await onServer(page)).toEqual(before);
});

test('a newer build waits until it is asked for', async ({ page }) => {
  await openLibrary(page);
  // One that no page is under yet makes way by itself.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // Another address stands for other bytes: the browser treats it as an update of the same worker.
  await page.evaluate(() => navigator.serviceWorker.register('/sw.js?newer'));
  await expect(page.getByText('A newer version of StudySpot is ready.')).toBeVisible();
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Load it now' }).click();
  await loaded;
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain('?newer');
});

test('the portal is an app of its own on the phone', async ({ page }) => {
  await page.goto('/signin');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await page.request.get(address ?? '')).json();
  expect(manifest).toMatchObject({ name: 'StudySpot', short_name: 'StudySpot', start_url: '/', display: 'standalone' });
  const icons = manifest.icons as Array<{ src: string; purpose?: string }>;
  expect(icons.map(({ purpose }) => purpose ?? 'any')).toEqual(['any', 'any', 'maskable']);
  const apple = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
  for (const src of [...icons.map((icon) => icon.src), apple ?? ''])
    expect((await page.request.get(src)).headers()['content-type']).toBe('image/png');
  await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', /icon\.svg/);
  for (const [path, type] of [
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/offline.html', 'text/html; charset=utf-8'],
  ] as const) {
    const headers = (await page.request.get(path)).headers();
    expect(headers).toMatchObject({ 'content-type': type, 'cache-control': 'no-cache', 'x-frame-options': 'DENY' });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['set-cookie']).toBeUndefined();
  }
});
