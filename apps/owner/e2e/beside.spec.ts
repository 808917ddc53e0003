import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { linkOf, panelOf, titleOf, wide } from '../../../packages/portal/e2e/beside.ts';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import {
  expectAccessible,
  expectFits,
  hearsKeys,
  people,
  signIn,
  visitor,
  watch,
} from '../../../packages/portal/e2e/journey.ts';

const [gopalpura, malviya, vaishali] = ['Gopalpura', 'Malviya Nagar', 'Vaishali Nagar'] as const;

test('records are looked through beside their list by the keys alone', async ({ page }) => {
  const complaints = watch(page);
  await page.setViewportSize(wide);
  await signIn(page, people.owner);
  await page.goto('/');
  await page.goto('/libraries');
  await hearsKeys(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(titleOf(page)).toContainText(gopalpura);
  await expect(panelOf(page).getByRole('heading', { name: 'What happened' })).toBeVisible();
  await expect(linkOf(page, gopalpura)).toBeFocused();
  await expect(linkOf(page, gopalpura)).toHaveAttribute('aria-current', 'true');
  await expect(panelOf(page).getByRole('status')).toHaveText(/Gopalpura is shown beside the list/);
  await expect(page.getByRole('columnheader', { name: 'Code' })).toBeHidden();
  await expect(page.getByRole('columnheader', { name: 'Status' })).toBeVisible();
  expect((await panelOf(page).boundingBox())?.width).toBe(440);
  await expectFits(page);
  const opened = await page.evaluate(() => window.history.length);

  await page.keyboard.press('j');
  await expect(titleOf(page)).toContainText(malviya);
  await expect(linkOf(page, malviya)).toBeFocused();
  // Held down it passes many: the one it stops at is shown.
  for (const key of ['k', 'j', 'j', 'k', 'j']) await page.keyboard.press(key);
  await expect(titleOf(page)).toContainText(vaishali);
  expect(await page.evaluate(() => window.history.length)).toBe(opened);

  await page.keyboard.press('F6');
  await expect(panelOf(page)).toBeFocused();
  await page.keyboard.press('k');
  await expect(titleOf(page)).toContainText(malviya);
  await page.keyboard.press('F6');
  await page.keyboard.press('Tab');
  await expect(panelOf(page).getByRole('link', { name: 'Open its page' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toHaveCount(0);
  await expect(page).toHaveURL('/libraries');
  await expect(linkOf(page, malviya)).toBeFocused();

  await page.keyboard.press('Space');
  await expect(titleOf(page)).toContainText(malviya);
  await page.keyboard.press('Space');
  await expect(panelOf(page)).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Look at the row beside the list')).toBeVisible();
  await page.keyboard.press('Escape');
  // What was opened and closed is no place to come back to.
  await page.goBack();
  await expect(page).toHaveURL('/');
  expect(complaints).toEqual([]);
});

test('the record beside a list is in its address, for Back, reload and whoever gets the link', async ({ page }) => {
  await page.setViewportSize(wide);
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByRole('button', { name: /^More for .*Malviya Nagar/ }).click();
  await page.getByRole('button', { name: 'Look beside the list' }).click();
  await expect(titleOf(page)).toContainText(malviya);
  await expect(page).toHaveURL(/beside=[0-9a-f-]{36}$/);
  await page.getByLabel('Status', { exact: true }).selectOption('active');
  await expect(page).toHaveURL(/beside=.*status=active/);
  await page.goBack();
  await page.goBack();
  await expect(panelOf(page)).toHaveCount(0);
  await expect(page).toHaveURL('/libraries');
  await page.goForward();
  await expect(titleOf(page)).toContainText(malviya);
  await page.reload();
  await expect(titleOf(page)).toContainText(malviya);
  await expect(linkOf(page, malviya)).toBeVisible();
  await panelOf(page).getByRole('button', { name: 'Close' }).click();
  await expect(panelOf(page)).toHaveCount(0);
  await expect(linkOf(page, malviya)).toBeFocused();

  for (const beside of [randomUUID(), 'nothing']) {
    await page.goto(`/libraries?beside=${beside}`);
    await expect(panelOf(page).getByRole('heading', { name: 'This page is not here' })).toBeVisible();
    await expect(linkOf(page, malviya)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panelOf(page)).toHaveCount(0);
    await expect(page).toHaveURL('/libraries?sort=name');
  }
  await linkOf(page, malviya).click();
  await expect(page).toHaveURL(/\/libraries\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(malviya);
});

test('beside a record the keys are those of the rows: e types in the first cell in sight, Escape leaves it first', async ({
  page,
}) => {
  await page.setViewportSize(wide);
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await hearsKeys(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(titleOf(page)).toContainText(gopalpura);
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: /^Edit Seats: .*Gopalpura/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Edit Seats: .*Gopalpura/ })).toBeFocused();
  await expect(titleOf(page)).toContainText(gopalpura);
  await page.keyboard.press('j');
  await expect(titleOf(page)).toContainText(malviya);
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toHaveCount(0);
});

test('without room a record has its page alone', async ({ page }) => {
  await page.setViewportSize({ ...wide, width: 1179 });
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await hearsKeys(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /^More for .*Gopalpura/ }).click();
  await expect(page.getByRole('link', { name: 'Open in a new tab' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Look beside the list' })).toBeHidden();
  await expect(page).toHaveURL('/libraries');
  const record = (await linkOf(page, malviya).getAttribute('href')) ?? '';
  const shared = `/libraries?beside=${record.split('/').at(-1)}`;
  await page.goto(shared);
  await expect(page).toHaveURL(record);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(malviya);

  // Whoever has opened it and makes the window smaller is led nowhere.
  await page.setViewportSize(wide);
  await page.goto('/libraries');
  await hearsKeys(page);
  await linkOf(page, malviya).focus();
  await page.keyboard.press('Space');
  await expect(titleOf(page)).toContainText(malviya);
  await page.setViewportSize({ ...wide, width: 1179 });
  await expect(panelOf(page)).toHaveCount(0);
  await page.reload();
  await page.waitForTimeout(500);
  await expect(page).toHaveURL(/\/libraries\?.*beside=/);
  await page.setViewportSize(wide);
  await expect(titleOf(page)).toContainText(malviya);
});

test('what fails beside a list is said there, and the list goes on', async ({ page }) => {
  await page.setViewportSize(wide);
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await hearsKeys(page);
  let isAway = true;
  await page.route(/libraries\.get/, async (route) => {
    if (isAway) return await route.abort();
    await page.waitForTimeout(1_000);
    await route.continue();
  });
  await linkOf(page, gopalpura).focus();
  await page.keyboard.press('Space');
  await expect(panelOf(page).getByText('No answer came back')).toBeVisible();
  isAway = false;
  await panelOf(page).getByRole('button', { name: 'Try again' }).click();
  await expect(titleOf(page)).toContainText(gopalpura);
  // What was shown stays while the next is on its way.
  await page.keyboard.press('j');
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'true');
  await expect(titleOf(page)).toContainText(gopalpura);
  await expect(titleOf(page)).toContainText(malviya);
  await page.unrouteAll({ behavior: 'wait' });
  await expect(linkOf(page, malviya)).toBeVisible();
});

test('the record beside a list is sound in Hindi and in the dark', async ({ browser }) => {
  const page = await (await visitor(browser, 'owner', { locale: 'hi', theme: 'dark', ...wide })).newPage();
  const complaints = watch(page);
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await hearsKeys(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 }).first()).toContainText(gopalpura);
  await expectFits(page);
  await expectAccessible(page, 'dark');
  expect(complaints).toEqual([]);
});
