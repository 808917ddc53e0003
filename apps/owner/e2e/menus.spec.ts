import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { hearsKeys, people, signIn } from '../../../packages/portal/e2e/journey.ts';

/** By ArrowDown on the button to the first entry. */
async function enter(page: Page, opener: Locator, first: Locator): Promise<void> {
  await hearsKeys(page);
  await opener.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.menu:popover-open')).toHaveCount(1);
  await expect(first).toBeFocused();
}

test.beforeEach(({ page }) => page.setViewportSize({ width: 1280, height: 800 }));

test('the menu of a row is walked with the keyboard alone', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/libraries');
  const opener = page.getByRole('button', { name: /^More for .*Malviya Nagar/ });
  const menu = page.locator('.menu:popover-open');
  const open = menu.getByRole('link', { name: 'Open', exact: true });
  const inTab = menu.getByRole('link', { name: 'Open in a new tab' });
  const closed = menu.getByRole('button', { name: 'Closed' });
  const last = menu.getByRole('button', { name: 'Under maintenance' });
  await enter(page, opener, open);
  // Letters are those of the menu, not of the page: c begins a new library there.
  for (const [key, there] of [
    ['ArrowDown', inTab],
    ['ArrowUp', open],
    ['ArrowUp', last],
    ['ArrowDown', open],
    ['End', last],
    ['Home', open],
    ['c', closed],
    ['o', open],
    ['O', inTab],
  ] as const) {
    await page.keyboard.press(key);
    await expect(there, key).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(page).toHaveURL('/libraries');

  // Opened by Enter the focus stays; ArrowUp then leads to the last.
  await page.keyboard.press('Enter');
  await expect(menu).toHaveCount(1);
  await expect(opener).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(last).toBeFocused();
  // Tab leaves behind the last, and the menu does not stay open behind it.
  await page.keyboard.press('Tab');
  await expect(menu).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

  await enter(page, opener, open);
  await page.keyboard.press('Shift+Tab');
  await expect(opener).toBeFocused();
  await expect(menu).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
});

test('the account menu is entered at its first way on, not at its close button', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/');
  const opener = page.getByRole('button', { name: /^Menu of/ });
  const menu = page.locator('#user-menu');
  const profile = menu.getByRole('link', { name: 'Profile and security' });
  await enter(page, opener, profile);
  await page.keyboard.press('ArrowUp');
  await expect(menu.getByRole('button', { name: 'Sign out' })).toBeFocused();
  await page.keyboard.press('d');
  await expect(menu.getByRole('button', { name: 'Dark' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
  await enter(page, opener, profile);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/profile');
  await expect(menu).toBeHidden();
});

test('what a menu has to ask for first is entered as soon as it is there', async ({ page }) => {
  await signIn(page, people.ofTwo);
  await page.goto('/choose');
  await page.locator('main li button').first().click();
  await page.waitForURL((url) => url.pathname === '/');
  const opener = page.getByRole('button', { name: 'Work for another library' });
  const places = page.locator('#place-menu li button');
  await enter(page, opener, places.first());
  await page.keyboard.press('End');
  await expect(places.last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});
