import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { expectAccessible, expectFits, people, signIn, visitor, watch } from '../../../packages/portal/e2e/journey.ts';

test('changes a status at once, with Undo', async ({ page }) => {
  const complaints = watch(page);
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByRole('link', { name: /Vaishali Nagar/ }).click();
  const status = page.getByLabel('Change status');
  await status.selectOption('under_maintenance');
  await expect(page.getByText('is now: Under maintenance')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('is now: Open')).toBeVisible();
  await expect(status).toHaveValue('active');
  // Two quick changes: the second waits for the version of the first.
  await status.selectOption('inactive');
  await status.selectOption('under_maintenance');
  await expect(page.getByText('is now: Under maintenance').last()).toBeVisible();
  // From the first page too.
  await page.goto('/');
  const row = page.getByRole('button', { name: /^Open it: .*Vaishali Nagar/ });
  await row.click();
  await expect(page.getByText('Vaishali Nagar is now: Open.')).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
  await row.click();
  await expect(row).toHaveCount(0);
  await page.goBack();
  await expect(status).toHaveValue('active');
  expect(complaints).toEqual([]);
});

test('offers at the end of a row what can be done with it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, people.owner);
  await page.goto('/libraries');
  const more = page.getByRole('button', { name: /^More for .*Malviya Nagar/ });
  const row = page.getByRole('row').filter({ has: more });
  await more.focus();
  await page.keyboard.press('Enter');
  const act = page.getByRole('group', { name: 'Change status' }).getByRole('button', { name: 'Under maintenance' });
  await expect(act).toBeVisible();
  const place = await more.boundingBox();
  const menu = await page.locator('.menu-row:popover-open').boundingBox();
  expect((menu?.y ?? 0) - ((place?.y ?? 0) + (place?.height ?? 0))).toBeLessThan(12);
  await expectAccessible(page, 'light');
  await page.keyboard.press('Escape');
  await expect(act).toBeHidden();
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await act.click();
  await expect(act).toBeHidden();
  await expect(row.getByRole('cell', { name: 'Under maintenance' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row.locator('[data-area=status]').getByText('Open', { exact: true })).toBeVisible();
  await more.click();
  await page.getByRole('link', { name: 'Open', exact: true }).click();
  await expect(page).toHaveURL(/\/libraries\/[0-9a-f-]{36}$/);
});

test('keeps what was typed when the server refuses, and over a reload', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByRole('link', { name: /Gopalpura/ }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Number of seats').fill('zwei');
  await page.getByLabel('PIN code').fill('12');
  await page.getByRole('button', { name: 'Save changes' }).click();
  const summary = page.getByRole('alert').filter({ has: page.getByRole('link', { name: /^PIN code/ }) });
  await expect(summary).toContainText('2 fields need a look');
  await expect(page.getByLabel('Number of seats')).toBeFocused();
  // What is mended is struck out, and nothing moves.
  const height = (await summary.boundingBox())?.height;
  await page.getByLabel('Number of seats').fill('120');
  await expect(summary).toContainText('One field needs a look');
  await expect(summary.getByRole('link', { name: /^Number of seats/ })).toHaveCSS(
    'text-decoration-line',
    'line-through',
  );
  expect((await summary.boundingBox())?.height).toBe(height);
  await expect(page.getByLabel('PIN code')).toHaveValue('12');
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.getByText('We kept what you typed last time.')).toBeVisible();
  await expect(page.getByLabel('PIN code')).toHaveValue('12');
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(page.getByLabel('PIN code')).not.toHaveValue('12');
});

test('says that it needs the network when that is away, and saves when it is back', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByRole('link', { name: /Malviya Nagar/ }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  const pincode = page.getByLabel('PIN code');
  await pincode.fill('302017');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This needs the network' })).toBeFocused();
  await expect(page.getByRole('alert').filter({ hasText: 'This needs the network' })).toBeInViewport();
  await expect(pincode).toHaveValue('302017');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('is saved')).toBeVisible();
});

test("takes another's change into fields nobody has touched here, and asks about one that both have", async ({
  page,
  browser,
}) => {
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByRole('link', { name: /Gopalpura/ }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('PIN code').fill('302019');
  // Another browser: tabs of one share a draft.
  const other = await (await visitor(browser, 'owner')).newPage();
  await signIn(other, people.owner);
  await other.goto(page.url());
  const seats = String(50 + (Date.now() % 40));
  await other.getByLabel('Number of seats').fill(seats);
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other.getByText('is saved')).toBeVisible();
  // Untouched here: it shows what the other has saved, and what was typed stays.
  await expect(page.getByLabel('Number of seats')).toHaveValue(seats);
  await expect(page.getByLabel('PIN code')).toHaveValue('302019');

  await other.getByRole('link', { name: 'Edit' }).click();
  await other.getByLabel('PIN code').fill('302020');
  await other.getByRole('button', { name: 'Save changes' }).click();
  const both = page.getByRole('alert').filter({ hasText: 'someone else saved “302020” meanwhile' });
  await expect(both).toContainText('you have “302019”');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(both.getByRole('button', { name: 'Take theirs' })).toBeFocused();
  await expect(other.getByRole('definition').filter({ hasText: /302020/ })).toBeVisible();
  await both.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('is saved')).toBeVisible();
  await expect(other.getByRole('definition').filter({ hasText: /302019/ })).toBeVisible();
  await other.reload();
  await expect(other.getByRole('definition').filter({ hasText: /302019/ })).toBeVisible();
});

test('a record is read first, and changed in its place', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByRole('link', { name: /Malviya Nagar/ }).click();
  const name = page.getByLabel('Name', { exact: true });
  await expect(page.getByRole('heading', { name: 'Opening hours' })).toBeVisible();
  await expect(name).toHaveCount(0);
  await page.keyboard.press('e');
  await expect(name).toBeFocused();
  await expect(page).toHaveURL(/\?edit$/);
  await page.keyboard.press('Escape');
  await expect(name).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Edit' })).toBeFocused();

  // What was typed is kept over Cancel, and the address alone opens the form.
  await page.keyboard.press('Enter');
  await name.fill('Gyan Library, Malviya Nagar West');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gyan Library, Malviya Nagar');
  await page.goto(`${page.url()}?edit`);
  await expect(page.getByText('We kept what you typed last time.')).toBeVisible();
  await expect(name).toHaveValue('Gyan Library, Malviya Nagar West');
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('is saved')).toBeVisible();
  await expect(name).toHaveCount(0);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL('/libraries');
});

test('a record says whom to call, and what happened beside its facts where there is room', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByRole('link', { name: /Malviya Nagar/ }).click();
  await expect(page.getByRole('link', { name: 'Call', exact: true })).toHaveAttribute('href', /^tel:\+91\d{10}$/);
  await expect(page.getByRole('link', { name: 'WhatsApp' })).toHaveAttribute('href', /^https:\/\/wa\.me\/91\d{10}$/);
  const boxes = async () => {
    const [facts, told] = await Promise.all(['#basics', '#timeline'].map((id) => page.locator(id).boundingBox()));
    if (!facts || !told) throw new Error('both are on the page');
    return { facts, told };
  };
  await page.setViewportSize({ width: 1280, height: 800 });
  const wide = await boxes();
  expect(wide.told.x).toBeGreaterThan(wide.facts.x + wide.facts.width);
  expect(wide.told.y).toBe(wide.facts.y);
  await page.setViewportSize({ width: 360, height: 740 });
  const narrow = await boxes();
  expect(narrow.told.y).toBeGreaterThan(narrow.facts.y + narrow.facts.height);
  expect(narrow.told.x).toBe(narrow.facts.x);
  await expectFits(page);
});

test('asks for what is missing alone: not for the state, which follows from the PIN code', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/libraries/new');
  await page.getByRole('button', { name: 'Add library' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'need a look' });
  await expect(summary.getByRole('link', { name: /^PIN code/ })).toBeVisible();
  await expect(summary.getByRole('link', { name: /^State/ })).toHaveCount(0);
  await expect(page.locator('[name=state]')).toBeHidden();
});

test('keeps search, filter and sort in the address', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByLabel('Name, code, city or phone').fill('malviya');
  await expect(page).toHaveURL(/q=malviya/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.reload();
  await expect(page.getByLabel('Name, code, city or phone')).toHaveValue('malviya');
  await page.getByLabel('Name, code, city or phone').fill('jpr mn');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByLabel('Name, code, city or phone').fill('no such place');
  await expect(page.getByRole('heading', { name: 'No library matches' })).toBeVisible();
  await page.getByRole('link', { name: 'Clear filter' }).first().click();
  await expect(page.getByRole('row')).toHaveCount(4);
});

test('leads back from a page whose rows have gone meanwhile', async ({ page }) => {
  await signIn(page, people.owner);
  const beyond = ['after', 'name', 'ज्ञ', 'ffffffff-ffff-7fff-bfff-ffffffffffff'];
  const cursor = Buffer.from(JSON.stringify(beyond)).toString('base64url');
  await page.goto(`/libraries?sort=name&cursor=${cursor}`);
  await expect(page.getByRole('heading', { name: 'Nothing is left on this page' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(0);
  await page.getByRole('link', { name: 'Go to the rest of the list' }).click();
  await expect(page.getByRole('row')).toHaveCount(4);
});

test('works by keyboard alone', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  const first = page.getByRole('link', { name: /Gopalpura/ });
  for (let step = 0; step < 12 && !(await first.evaluate((link) => link === document.activeElement)); step++) {
    await page.keyboard.press('Tab');
  }
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gopalpura');
});

test('says that a library is not there, with the navigation around it', async ({ page }) => {
  await signIn(page, people.owner);
  for (const path of ['/libraries/00000000-0000-7000-8000-000000000000', '/libraries/cut-short', '/no/such/page']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page).toHaveTitle('This page is not here · Gyan Library · StudySpot');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
    await expect(page.getByRole('main')).toHaveCount(1);
    await page.getByRole('navigation').getByRole('link', { name: 'Libraries' }).filter({ visible: true }).click();
    await expect(page.getByRole('link', { name: /Gopalpura/ })).toBeVisible();
  }
});

test('names the page and the business in the title of the tab', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/');
  await expect(page).toHaveTitle('Today · Gyan Library · StudySpot');
  await page.goto('/libraries');
  await expect(page).toHaveTitle('Libraries · Gyan Library · StudySpot');
  await page.getByRole('link', { name: /Gopalpura/ }).click();
  await expect(page).toHaveTitle(/Gopalpura.* · Gyan Library · StudySpot$/);
  await page.goto('/staff');
  await page.locator('tbody a').first().click();
  await expect(page).toHaveURL(/\/staff\/[0-9a-f-]{36}$/);
  const member = await page.getByRole('heading', { level: 1 }).textContent();
  await expect(page).toHaveTitle(`${member} · Gyan Library · StudySpot`);
});

test('says what was done beside the main action on a phone, not over it', async ({ browser }) => {
  const context = await visitor(browser, 'owner');
  const page = await context.newPage();
  await signIn(page, people.owner);
  await page.goto('/profile');
  await page.locator('#you').getByRole('button', { name: 'Save changes' }).click();
  const toast = page.getByRole('status').filter({ hasText: 'saved' });
  await expect(toast).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Libraries' }).filter({ visible: true }).click();
  const add = await page.getByRole('link', { name: 'Add library' }).boundingBox();
  const said = await toast.boundingBox();
  expect(add).not.toBeNull();
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(add?.y ?? 0);
});

test("tells what happened to a library, another's change at once and what is older on demand", async ({
  page,
  browser,
}) => {
  const complaints = watch(page);
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByRole('link', { name: /Gopalpura/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Gopalpura/ })).toBeVisible();
  const told = page.locator('#timeline').getByRole('listitem');
  const context = await visitor(browser, 'owner', { locale: 'hi', width: 360 });
  const other = await context.newPage();
  await signIn(other, people.manager);
  await other.goto(page.url());
  const status = other.getByLabel('स्थिति बदलें');
  await page.locator('#timeline').scrollIntoViewIfNeeded();
  await status.selectOption('under_maintenance');
  await expect(told.filter({ hasText: 'Status: Open → Under maintenance' }).first()).toContainText('Sunita Meena');
  await expect(page.locator('#timeline h3').first()).toHaveText('Today');

  await other.locator('#timeline').scrollIntoViewIfNeeded();
  await expect(other.locator('#timeline')).toContainText('मरम्मत');
  await expectFits(other);
  await expectAccessible(other, 'light');

  // More than one page of it.
  for (let n = 0; n < 12; n++) {
    await status.selectOption('inactive');
    await status.selectOption('active');
  }
  await expect(told.filter({ hasText: 'Status: Closed → Open' }).nth(8)).toBeVisible();
  const first = page.locator('#timeline').getByText('Added', { exact: true });
  await expect(first).toHaveCount(0);
  await page.getByRole('button', { name: 'Show earlier' }).focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveCount(1);
  await expect(page.getByText('That is where it began.')).toBeFocused();
  // It stays whole when more happens at its top.
  await status.selectOption('inactive');
  await expect(told.first()).toContainText('Closed');
  await expect(first).toHaveCount(1);
  await status.selectOption('active');
  await expect(told.first()).toContainText('Closed → Open');
  expect(complaints).toEqual([]);
});
