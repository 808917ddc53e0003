import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import {
  expectAccessible,
  expectFits,
  looks,
  nameOf,
  people,
  signIn,
  visitor,
  watch,
} from '../../../packages/portal/e2e/journey.ts';

const inside = [
  '/',
  '/tenants',
  '/tenants?q=nowhere',
  '/tenants/new',
  '/libraries',
  '/staff',
  '/staff/invite',
  '/audit',
  '/audit?who=nowhere',
  '/settings',
  '/flags',
  '/health',
  '/profile',
  '/notifications',
  '/notifications/settings',
  '/choose',
  '/nothing-here',
];

for (const look of looks) {
  test(`every page is sound: ${nameOf(look)}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await visitor(browser, 'admin', look);
    const page = await context.newPage();
    const complaints = watch(page);
    const see = async (path: string) => {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', look.locale);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectFits(page);
      await expectAccessible(page, look.theme);
    };
    for (const path of ['/signin', '/forgot']) await see(path);
    await signIn(page, people.admin);
    for (const path of inside) await see(path);
    for (const list of ['/tenants', '/libraries', '/staff']) {
      await page.goto(list);
      const record = await page.locator('tbody a').first().getAttribute('href');
      await see(record ?? list);
    }
    const font = () => page.evaluate(() => Array.from(document.fonts, ({ family, status }) => `${family} ${status}`));
    await expect.poll(font).toEqual(['inter loaded']);
    expect(complaints).toEqual([]);
  });
}

test('someone of the support team sees customers and changes none', async ({ page }) => {
  await signIn(page, people.support);
  await page.goto('/tenants');
  await expect(page.getByRole('link', { name: 'Add customer' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Gyan Library' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gyan Library');
  await expect(page.getByRole('button', { name: 'Suspend' })).toHaveCount(0);
  await page.goto('/tenants/new');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('permission');
});

test('an owner has no place in the admin portal', async ({ page }) => {
  await page.goto('/signin');
  await page.locator('input[name=email]').fill(people.owner.email);
  await page.locator('input[name=password]').fill(people.owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'no place to work' })).toBeVisible();
});
