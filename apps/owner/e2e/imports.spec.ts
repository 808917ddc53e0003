import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { expectAccessible, expectFits, people, signIn, visitor, watch } from '../../../packages/portal/e2e/journey.ts';

/** Numbers that no other journey has. */
const base = 9_600_000_000 + Math.floor(Math.random() * 99_000_000) * 4;
const phone = (n: number) => String(base + n);

const register = [
  'श्री गणेश लाइब्रेरी,,,',
  'क्र,विद्यार्थी का नाम,मोबाइल नं,जन्म तिथि',
  `1,मोहन इम्पोर्ट,0${phone(0)},06/05/2004`,
  `2,Kavita Import,+91 ${phone(1)},31/02/2001`,
  '3,Bina Phone,,',
  `4,मोहन इम्पोर्ट,${phone(0)},`,
  'कुल,4,,',
].join('\r\n');

test('on a phone, in Hindi and in the dark: a dirty register is read, mended in its cell, brought in and taken back', async ({
  browser,
}) => {
  const context = await visitor(browser, 'owner', { locale: 'hi', theme: 'dark' });
  const page = await context.newPage();
  const complaints = watch(page);
  await signIn(page, people.owner);
  await page.goto('/students');
  await page.getByRole('button', { name: 'सूची', exact: true }).click();
  await page.getByRole('link', { name: 'अपना रजिस्टर लाएँ' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'अपना रजिस्टर लाएँ' })).toBeVisible();
  await expectFits(page);
  await expectAccessible(page, 'dark');
  const file = { name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${register}`) };
  await page.locator('#register').setInputFiles(file);
  await page.getByRole('button', { name: 'अपलोड करें और पढ़ें' }).click();

  await expect(page.getByRole('heading', { name: 'किस कॉलम में क्या है' })).toBeVisible();
  await expect(page.getByLabel('विद्यार्थी का नाम')).toHaveValue('name');
  await expect(page.getByLabel('मोबाइल नं')).toHaveValue('phone');
  await expect(page.getByLabel('जन्म तिथि')).toHaveValue('bornOn');
  await expectFits(page);
  await expectAccessible(page, 'dark');
  await page.getByRole('button', { name: 'लाइनें जाँचें' }).click();

  await expect(page.getByText('एक नया स्टूडेंट, 0 में नई जानकारी, 0 पहले जैसे।')).toBeVisible();
  await expect(page.getByText('3 लाइनें देखनी हैं')).toBeVisible();
  await page.getByRole('link', { name: /^गलती वाले/ }).click();
  await expect(page.getByText('लाइन 3 में पहले से है।')).toBeVisible();
  await expect(page.getByText('यह तारीख नहीं है।')).toBeVisible();
  await expectFits(page);
  await expectAccessible(page, 'dark');
  await page.getByLabel(/^जन्म तारीख: यह तारीख नहीं है/).fill('28-02-2001');
  await page.getByRole('button', { name: 'लाइन 4 ठीक करें' }).click();
  await page.getByRole('button', { name: '2 लाइनें लाएँ' }).click();

  await expect(page.getByText('2 स्टूडेंट जुड़े, 0 बदले।')).toBeVisible();
  await expectFits(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /^छूटी 2 लाइनें/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/^छूटी लाइनें .+\.csv$/);
  await page.getByRole('link', { name: 'सब', exact: true }).click();
  await page.getByRole('button', { name: 'इम्पोर्ट वापस लें' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'इम्पोर्ट वापस लें' }).click();
  await expect(page.getByText('2 लाइनें वापस ली गईं।')).toBeVisible();
  await expectAccessible(page, 'dark');
  expect(complaints).toEqual([]);
});
