import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import {
  expectAccessible,
  expectFits,
  looks,
  mailsTo,
  mailTo,
  nameOf,
  people,
  signIn,
  visitor,
  watch,
} from '../../../packages/portal/e2e/journey.ts';

const door = ['/signin', '/signin?error=1005', '/forgot', '/reset?token=gone', '/invitation?token=gone'];
const inside = [
  '/',
  '/libraries',
  '/libraries?q=nowhere',
  '/libraries/new',
  '/students',
  '/students/new',
  '/students/labels',
  '/staff',
  '/staff/invite',
  '/settings',
  '/profile',
  '/notifications',
  '/notifications/settings',
  '/choose',
  '/suspended',
  '/nothing-here',
];

for (const look of looks) {
  test(`every page is sound: ${nameOf(look)}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await visitor(browser, 'owner', look);
    const page = await context.newPage();
    const complaints = watch(page);
    const see = async (path: string) => {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', look.locale);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectFits(page);
      await expectAccessible(page, look.theme);
    };
    for (const path of door) await see(path);
    await signIn(page, people.owner);
    for (const path of inside) await see(path);
    for (const list of ['/libraries', '/students', '/staff']) {
      await page.goto(list);
      const record = await page.locator('tbody a').first().getAttribute('href');
      await see(record ?? list);
    }
    expect(complaints).toEqual([]);
  });
}

test('language, theme and text size are switched and stay', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/profile');
  const switches = page.locator('#look');
  await switches.getByRole('button', { name: 'हिन्दी' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('प्रोफ़ाइल और सुरक्षा');
  await switches.getByRole('button', { name: 'डार्क' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await switches.getByRole('button', { name: 'बड़े' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
  await page.goto('/libraries');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(11, 18, 32)');
});

test('the chosen language is that of the mails too, and saving the profile keeps it', async ({ page }) => {
  const { email } = people.vidya;
  const before = await mailsTo(email, 'reset');
  await signIn(page, people.vidya);
  await page.goto('/profile');
  await page.locator('#look').getByRole('button', { name: 'हिन्दी' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  await page.locator('#you').getByRole('button', { name: 'बदलाव सेव करें' }).click();
  await expect(page.getByText('आपकी प्रोफ़ाइल सेव हो गई।')).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');

  await page.goto('/forgot');
  await page.locator('input[name=email]').fill(email);
  await page.locator('form button[type=submit]').first().click();
  expect((await mailTo(email, 'reset', before)).text).toMatch(/[ऀ-ॿ]/);

  await page.goto('/profile');
  await page.locator('#look').getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
