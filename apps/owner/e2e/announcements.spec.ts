import { type Browser, expect, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import {
  expectAccessible,
  expectFits,
  people,
  signIn,
  urls,
  visitor,
  watch,
} from '../../../packages/portal/e2e/journey.ts';
import { asha, choose, openBusiness, ravi } from './shanti.ts';

// What one of them publishes the next one reads.
test.describe.configure({ mode: 'serial' });
test.beforeAll(({ browser }) => openBusiness(browser));

const title = 'Repair on Sunday night';
const hindi = 'रविवार रात को मरम्मत';
/** Where the first of these journeys has written it. */
let record = '';

const inIndia = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kolkata', dateStyle: 'short', timeStyle: 'short' });
const hours = (from: number) => inIndia.format(new Date(Date.now() + from * 3_600_000)).replace(' ', 'T');

async function staff(browser: Browser): Promise<Page> {
  const page = await (await visitor(browser, 'admin', { width: 1280 })).newPage();
  await signIn(page, people.admin);
  return page;
}

async function openRecord(page: Page): Promise<void> {
  await page.goto(record);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

const bar = (page: Page, name: string) => page.getByRole('status').filter({ hasText: name });

test('it is written as a draft, and says what is wrong with it', async ({ browser }) => {
  const page = await staff(browser);
  const complaints = watch(page);
  await page.goto('/announcements/new');
  await page.locator('[name=name]').fill(title);
  await page
    .locator('[name=body]')
    .fill('From 2 to 4 nobody can sign in.\nWhat you keep on your phone is sent afterwards.');
  await page.locator('[name=nameHi]').fill(hindi);
  await page.locator('[name=importance]').selectOption('warning');
  await page.locator('[name=startsAt]').fill(hours(-1));
  await page.locator('[name=endsAt]').fill(hours(-2));
  await page.getByRole('button', { name: 'Choose customers' }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill(asha.email);
  await page.getByRole('dialog').getByRole('button', { name: 'Shanti Study Hall' }).click();
  await expect(page.getByText('For one customer.')).toBeVisible();
  await expectAccessible(page, 'light');
  await page.getByRole('button', { name: 'Write announcement' }).click();
  await expect(page.getByText('The end must come after the beginning.').first()).toBeVisible();
  await page.locator('[name=endsAt]').fill(hours(30));
  await page.getByRole('button', { name: 'Write announcement' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('Nobody but your team sees it.')).toBeVisible();
  record = new URL(page.url()).pathname;
  await expectAccessible(page, 'light');
  expect(complaints).toEqual([]);
});

test('published it appears on open pages of those whom it is for, and of nobody else', async ({ browser }) => {
  const own = await visitor(browser, 'owner', { theme: 'dark' });
  const page = await own.newPage();
  const complaints = watch(page);
  await signIn(page, asha);
  await page.goto('/');
  await expect(bar(page, title)).toHaveCount(0);
  const others = await visitor(browser, 'owner');
  const foreign = await others.newPage();
  await signIn(foreign, ravi);
  await choose(foreign, /Kiran/);

  const writer = await staff(browser);
  await openRecord(writer);
  await writer.getByRole('button', { name: 'Publish' }).click();
  await writer.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(bar(page, title)).toBeVisible();
  await expect(writer.locator('#reach')).toContainText('0 of 2');
  await expectFits(page);
  await expectAccessible(page, 'dark');
  await expect(foreign.getByText(title)).toHaveCount(0);
  await foreign.reload();
  await expect(foreign.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(foreign.getByText(title)).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('dismissed it stays away, and the platform counts a reader', async ({ browser }) => {
  const own = await visitor(browser, 'owner');
  const page = await own.newPage();
  await signIn(page, asha);
  await page.goto('/');
  await page.getByRole('button', { name: `Dismiss: ${title}` }).focus();
  await page.keyboard.press('Enter');
  const again = page.getByRole('link', { name: 'One announcement to read again' });
  await expect(again).toBeVisible();
  await expect(bar(page, 'From 2 to 4')).toHaveCount(0);
  await page.reload();
  await expect(again).toBeVisible();
  await expect(bar(page, 'From 2 to 4')).toHaveCount(0);
  const writer = await staff(browser);
  await openRecord(writer);
  await expect(writer.locator('#reach')).toContainText('1 of 2');
});

test('in Hindi, on a phone: it is opened among the notifications, and gone when it is ended', async ({ browser }) => {
  const own = await visitor(browser, 'owner', { locale: 'hi', width: 360 });
  const page = await own.newPage();
  const complaints = watch(page);
  await signIn(page, ravi);
  await choose(page, /Shanti/);
  await expect(bar(page, hindi)).toBeVisible();
  await expectFits(page);
  await expectAccessible(page, 'light');
  await page.getByRole('link', { name: `पढ़ें: ${hindi}` }).click();
  await expect(page.getByRole('heading', { level: 3, name: hindi })).toBeVisible();
  await expect(page.getByText('What you keep on your phone is sent afterwards.')).toBeVisible();
  await expectFits(page);
  await expectAccessible(page, 'light');

  const writer = await staff(browser);
  await openRecord(writer);
  await expect(writer.locator('#reach')).toContainText('2 of 2');
  await writer.getByRole('button', { name: 'End now' }).click();
  await writer.getByRole('dialog').getByRole('button', { name: 'End now' }).click();
  await expect(writer.getByText('Over', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: hindi })).toHaveCount(0);
  await writer.setViewportSize({ width: 360, height: 800 });
  await expectFits(writer);
  await writer.goto('/announcements');
  await expectFits(writer);
  await expectAccessible(writer, 'light');
  expect(complaints).toEqual([]);
});

test('whoever may only read sees them, and writes none', async ({ browser }) => {
  const context = await visitor(browser, 'admin', { locale: 'hi', theme: 'dark', width: 360 });
  const page = await context.newPage();
  await signIn(page, people.support);
  await page.goto(`${urls.admin}/announcements`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('घोषणाएँ');
  await expect(page.getByRole('link', { name: 'घोषणा लिखें' })).toHaveCount(0);
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.locator('#reach')).toContainText('2 में से 2');
  await expectFits(page);
  await expectAccessible(page, 'dark');
});
