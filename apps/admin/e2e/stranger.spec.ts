import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { linkMailedTo, people, signIn, urls } from '../../../packages/portal/e2e/journey.ts';

const stamp = Date.now().toString(36);
const MOST_ACTS = 60;

/** Somebody who has never seen it: a phone, Hindi, and nothing but what the screen says. */
class Stranger {
  acts = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async open(link: string): Promise<void> {
    this.acts += 1;
    await this.page.goto(link);
  }
  async press(what: Locator): Promise<void> {
    this.acts += 1;
    await what.click();
  }
  async write(label: string, text: string): Promise<void> {
    this.acts += 1;
    const field = this.page.getByLabel(label, { exact: true });
    await field.and(this.page.locator('input, textarea')).fill(text);
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name }).filter({ visible: true });
  }
}

async function stranger(browser: Browser): Promise<Stranger> {
  const context = await browser.newContext({
    baseURL: urls.owner,
    viewport: { width: 360, height: 740 },
    locale: 'hi-IN',
  });
  return new Stranger(await context.newPage());
}

test('a stranger comes from an invitation to a working library with a second person, in Hindi on a phone', async ({
  page,
  browser,
}) => {
  const [owner, helper] = [`savita.${stamp}@example.in`, `mohan.${stamp}@example.in`];
  await signIn(page, people.admin);
  await page.goto('/tenants/new');
  await page.getByLabel('Name of the business').fill(`Saraswati Hall ${stamp}`);
  await page.getByLabel('E-mail', { exact: true }).fill(owner);
  await page.getByLabel('Phone', { exact: true }).fill('98290 55667');
  await page.getByLabel('City').fill('Lucknow');
  await page.getByLabel('State').fill('uttar-pr');
  await page.keyboard.press('Enter');
  await page.getByLabel('Plan').selectOption('starter');
  await page.getByLabel("Owner's name").fill('Savita Verma');
  await page.getByLabel("Owner's e-mail").fill(owner);
  await page.getByLabel("Owner's phone").fill('98290 55667');
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page).toHaveURL(/\/tenants\/[0-9a-f-]{36}$/);

  const savita = await stranger(browser);
  await savita.open(await linkMailedTo(owner, 'invitation'));
  await savita.write('पासवर्ड', 'Padhai-Lucknow-2026');
  await savita.press(savita.button('जुड़ें और पासवर्ड बनाएँ'));
  await expect(savita.page.getByRole('heading', { level: 1 })).toContainText('Savita Verma');

  await savita.press(savita.link(/पहली लाइब्रेरी/));
  await savita.write('नाम', 'Saraswati Hall, Hazratganj');
  await savita.write('कितनी सीटें', '45');
  await savita.write('फ़ोन', '98290 55667');
  await savita.write('पता', '4, Hazratganj');
  await savita.write('शहर', 'Lucknow');
  await savita.write('पिन कोड', '226001');
  await savita.press(savita.button('लाइब्रेरी जोड़ें'));
  await expect(savita.page.getByRole('link', { name: 'Saraswati Hall, Hazratganj' })).toBeVisible();

  await savita.press(savita.link('आज'));
  await savita.press(savita.link(/अपने स्टाफ़ को बुलाएँ/));
  await savita.write('नाम', 'Mohan Lal');
  await savita.write('ई-मेल', helper);
  await savita.press(savita.button('बुलावा भेजें'));
  await expect(savita.page.getByRole('link', { name: 'Mohan Lal' })).toBeVisible();

  const mohan = await stranger(browser);
  await mohan.open(await linkMailedTo(helper, 'invitation'));
  await mohan.write('पासवर्ड', 'Madad-Lucknow-2026');
  await mohan.press(mohan.button('जुड़ें और पासवर्ड बनाएँ'));
  await expect(mohan.page.getByRole('heading', { level: 1 })).toContainText('Mohan Lal');
  await mohan.press(mohan.link('लाइब्रेरी').last());
  await expect(mohan.page.getByRole('link', { name: 'Saraswati Hall, Hazratganj' })).toBeVisible();

  const acts = savita.acts + mohan.acts;
  console.log(`a stranger's acts: ${acts}`);
  expect(acts).toBeLessThanOrEqual(MOST_ACTS);
});
