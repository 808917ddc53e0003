import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import {
  fillSignIn,
  linkMailedTo,
  people,
  signIn,
  signOut,
  visitor,
  watch,
} from '../../../packages/portal/e2e/journey.ts';

test('invites someone, who joins, sees what the role allows, and is removed', async ({ browser, page }) => {
  const complaints = watch(page);
  const email = `ritu.${Date.now()}@example.in`;
  await signIn(page, people.owner);
  await page.goto('/staff/invite');

  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'need a look' })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();

  await page.getByLabel('Name', { exact: true }).fill('Ritu Singh');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption('staff');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page).toHaveURL(/\/staff$/);
  await expect(page.getByText(`on its way to ${email}`)).toBeVisible();

  let resent = 0;
  page.on('request', (request) => {
    if (request.url().includes('staff.resendInvitation')) resent += 1;
  });
  await page.goto(`/staff?q=${encodeURIComponent(email)}`);
  await page.getByRole('link', { name: 'Ritu Singh' }).click();
  await page.getByRole('button', { name: 'Send invitation again' }).dblclick();
  await expect(page.getByText(`on its way to ${email} again`)).toBeVisible();
  expect(resent).toBe(1);

  const theirs = await visitor(browser, 'owner');
  const ritu = await theirs.newPage();
  await ritu.goto(await linkMailedTo(email, 'invitation'));
  await expect(ritu.getByRole('heading', { level: 1 })).toContainText('Gyan Library');
  await ritu.getByLabel('Password', { exact: true }).fill('Kitab-Padho-2026');
  await ritu.getByRole('button', { name: 'Accept and set password' }).click();
  await expect(ritu.getByRole('heading', { level: 1 })).toContainText('Ritu Singh');
  await expect(ritu.getByRole('link', { name: 'Staff' })).toHaveCount(0);
  await ritu.goto('/staff');
  await expect(ritu.getByRole('heading', { level: 1 })).toContainText('permission');
  await ritu.goto('/libraries');
  await ritu.getByRole('link', { name: /Malviya Nagar/ }).click();
  await expect(ritu.getByText('The owner can give it to you under Staff.')).toBeVisible();
  await expect(ritu.getByRole('link', { name: 'Edit' })).toHaveCount(0);

  await ritu.goto('/profile');
  const card = ritu.locator('#email');
  await card.getByLabel('New e-mail').fill(`new.${email}`);
  await card.getByLabel('Current password').fill('Kitab-Padho-2026');
  await card.getByRole('button', { name: 'Change e-mail' }).click();
  await expect(card.getByRole('status')).toContainText(`new.${email}`);
  const link = await linkMailedTo(`new.${email}`, 'email');
  const elsewhere = await (await visitor(browser, 'owner')).newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole('button', { name: 'Use the new address' })).toBeVisible();
  await ritu.goto(link);
  await ritu.getByRole('button', { name: 'Use the new address' }).click();
  await expect(ritu.getByRole('status').filter({ hasText: 'Your new address is confirmed' })).toBeVisible();
  await signOut(ritu);
  await fillSignIn(ritu, { email: `new.${email}`, password: 'Kitab-Padho-2026' });
  await expect(ritu.getByRole('heading', { level: 1 })).toContainText('Ritu Singh');

  await page.goto(`/staff?q=${encodeURIComponent(`new.${email}`)}`);
  await page.getByRole('link', { name: 'Ritu Singh' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Ritu Singh is removed.')).toBeVisible();
  await ritu.goto('/libraries');
  await expect(ritu).toHaveURL(/\/(signin|choose)/);
  expect(complaints).toEqual([]);
});

test('says whom to ask about someone whom one may only look at', async ({ page }) => {
  await signIn(page, people.manager);
  await page.goto('/staff');
  await page.getByRole('link', { name: 'Rajesh Sharma' }).click();
  await expect(page.getByText(/Changing them needs: .+\. The owner can give it to you under Staff\./)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
});
