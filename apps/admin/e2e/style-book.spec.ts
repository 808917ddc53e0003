import { expect, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import {
  expectAccessible,
  expectFits,
  hearsKeys,
  nameOf,
  people,
  signIn,
  urls,
  visitor,
  watch,
} from '../../../packages/portal/e2e/journey.ts';

const looks = (['en', 'hi'] as const).flatMap((locale) =>
  [360, 1280].map((width) => ({ locale, width, height: 800, theme: 'light' as const })),
);

/** Text that its box does not hold, where it was not meant to end in dots. */
async function cutTexts(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, dialog[open] *, :popover-open *')]
      .filter((element) => {
        if (element.matches('textarea, option, select')) return false;
        const ownText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
        if (!ownText || element.clientWidth < 2) return false;
        const { textOverflow, overflow, display, position } = getComputedStyle(element);
        if (display === 'inline' || position === 'absolute' || textOverflow === 'ellipsis') return false;
        const tooHigh = overflow !== 'visible' && element.scrollHeight > element.clientHeight + 1;
        return element.scrollWidth > element.clientWidth + 1 || tooHigh;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 160)),
  );
}

const opened = 'dialog[open], .menu:popover-open';

/** By the keyboard: what opens says where the focus is, Escape closes it, and the focus is where it was. */
async function expectOpens(page: Page, at: number, theme: 'light' | 'dark'): Promise<void> {
  const opener = page.locator('main button[data-opens], main [data-opens] > button').nth(at);
  const over = page.locator(opened);
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(over).toHaveCount(1);
  await page.keyboard.press('Tab');
  // Behind the last of its parts come those of the browser, never those of the page.
  if ((await focusIs(page)) === 'nowhere') await page.keyboard.press('Shift+Tab');
  expect(await focusIs(page)).toBe('over the page');
  expect(await outlineOfFocus(page)).toBeGreaterThanOrEqual(2);
  expect(await cutTexts(page)).toEqual([]);
  await expectFits(page);
  await expectAccessible(page, theme, opened);
  await page.keyboard.press('Escape');
  await expect(over).toHaveCount(0);
  await expect(opener).toBeFocused();
}

async function focusIs(page: Page): Promise<'over the page' | 'in the page' | 'nowhere'> {
  return await page.evaluate(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) return 'nowhere';
    return activeElement.closest('dialog, [popover]') ? 'over the page' : 'in the page';
  });
}

async function outlineOfFocus(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
  });
}

for (const look of looks) {
  test(`every part is sound: ${nameOf(look)}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await visitor(browser, 'admin', look);
    const page = await context.newPage();
    const complaints = watch(page);
    await signIn(page, people.admin);
    await page.goto('/style-book');
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expectFits(page);
    expect(await cutTexts(page)).toEqual([]);
    await expectAccessible(page, look.theme);
    const openers = await page.locator('main button[data-opens], main [data-opens] > button').count();
    expect(openers).toBeGreaterThanOrEqual(5);
    // What opens is seen where it is tightest, and where it is widest.
    if ((look.locale === 'hi') === (look.width === 360)) {
      for (let at = 0; at < openers; at += 1) await expectOpens(page, at, look.theme);
    }
    expect(complaints).toEqual([]);
  });
}

test('the whole book is walked with the Tab key, the focus in sight at each step', async ({ page }) => {
  await signIn(page, people.admin);
  await page.goto('/style-book');
  // Fields of the browser's own have several stops, so that their number is not known beforehand.
  const unvisited = () =>
    page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'main a[href], main button, main input, main select, main textarea, main summary',
        ),
      ]
        .filter((one) => !one.matches(':disabled, [data-visited]') && one.checkVisibility())
        .map(({ outerHTML }) => outerHTML.slice(0, 160)),
    );
  const most = (await unvisited()).length * 2;
  await page.locator('main').focus();
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(() => {
      document.activeElement?.setAttribute('data-visited', '');
      return Boolean(document.activeElement?.closest('main'));
    });
    if (!isInside) break;
    expect(await outlineOfFocus(page), `stop ${stop}`).toBeGreaterThanOrEqual(2);
  }
  expect(await unvisited()).toEqual([]);
});

test('an icon says what it means: pointed at, in focus, put away by Escape, and never to a finger', async ({
  page,
  browser,
}) => {
  await signIn(page, people.admin);
  await page.goto('/style-book');
  const iconOn = (one: Page) =>
    one.locator('main').getByRole('button', { name: 'Copy the number' }).and(one.locator('[data-tip]'));
  const icon = iconOn(page);
  const tip = page.getByRole('tooltip');
  await hearsKeys(page);
  await page.mouse.move(0, 0);
  await icon.hover();
  await expect(tip).toHaveText('Copy the number');
  const [its, own] = [await tip.boundingBox(), await icon.boundingBox()];
  if (!its || !own) throw new Error('both are to be seen');
  expect(its.y - (own.y + own.height)).toBeLessThan(12);
  expect(Math.abs(its.x + its.width / 2 - (own.x + own.width / 2))).toBeLessThan(2);
  // The pointer may go over to it, and rest there.
  await page.mouse.move(its.x + its.width / 2, its.y + its.height / 2, { steps: 4 });
  await page.waitForTimeout(600);
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await page.mouse.move(0, 0);

  // With one shown the keys of the page still work.
  await icon.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys of this page' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  await expect(tip).toHaveCount(0);

  await page.getByRole('button', { name: 'Open the menu' }).focus();
  await page.keyboard.press('Tab');
  await expect(icon).toBeFocused();
  await expect(tip).toHaveText('Copy the number');
  await expectAccessible(page, 'light');
  await page.keyboard.press('Tab');
  await expect(tip).toContainText('Shri Venkateswara');
  await page.keyboard.press('Tab');
  await expect(tip).toHaveCount(0);

  // Over a dialog the first Escape puts the tip away, the second closes the dialog.
  await page.getByRole('button', { name: 'Open a dialog' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Close' }).hover();
  await expect(tip).toHaveText('Close');
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const phone = await browser.newContext({
    baseURL: urls.admin,
    viewport: { width: 360, height: 800 },
    hasTouch: true,
  });
  const touched = await phone.newPage();
  await signIn(touched, people.admin);
  await touched.goto('/style-book');
  await iconOn(touched).tap();
  await touched.waitForTimeout(1_000);
  await expect(touched.getByRole('tooltip')).toHaveCount(0);
  await phone.close();
});

test('a browser that cannot anchor is reckoned for', async ({ page }) => {
  await page.addInitScript(() => {
    const { supports } = CSS;
    CSS.supports = (...asked: [string, string?]) => asked[0] !== 'position-area' && Reflect.apply(supports, CSS, asked);
  });
  await signIn(page, people.admin);
  await page.goto('/style-book');
  const opener = page.getByRole('button', { name: /^Menu of/ });
  const tip = page.getByRole('tooltip');
  await hearsKeys(page);
  await page.mouse.move(0, 300);
  await opener.hover();
  await expect(tip).toBeVisible();
  const [its, own] = [await tip.boundingBox(), await opener.boundingBox()];
  if (!its || !own) throw new Error('both are to be seen');
  expect(its.y - (own.y + own.height)).toBe(4);
  expect(its.x + its.width).toBeLessThanOrEqual(1280);
  await page.mouse.wheel(0, 300);
  await expect(tip).toHaveCount(0);
});

test('tabs: the chosen one stands in the address, and is in sight on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, people.admin);
  await page.goto('/style-book?view=own');
  const tabs = page.getByRole('navigation', { name: 'Many views' });
  const own = tabs.getByRole('link', { name: 'My view' });
  await expect(own).toHaveAttribute('aria-current', 'page');
  await tabs.evaluate((nav) => nav.scrollIntoView({ block: 'center' }));
  await expect(own).toBeInViewport({ ratio: 1 });
  const all = tabs.getByRole('link', { name: 'All' });
  await all.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/style-book?view=all');
  await expect(all).toHaveAttribute('aria-current', 'page');
  await expect(own).not.toHaveAttribute('aria-current');
  await page.goBack();
  await expect(own).toHaveAttribute('aria-current', 'page');
  await expectFits(page);
});

test('a code is black on white in the dark too, and at least 240 px', async ({ browser }) => {
  const context = await visitor(browser, 'admin', { theme: 'dark' });
  const page = await context.newPage();
  await signIn(page, people.admin);
  await page.goto('/style-book');
  const codes = page.getByRole('img', { name: /^QR code to pay/ });
  await expect(codes).toHaveCount(2);
  for (const code of await codes.all()) {
    const box = await code.boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(240);
    expect(box?.height).toBe(box?.width);
    const fills = await code.evaluate((svg) => [...svg.children].map((part) => getComputedStyle(part).fill));
    expect(fills).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  }
});

test('the palette leads to the book, for those alone who may see it', async ({ page }) => {
  await signIn(page, people.admin);
  await page.goto('/');
  await hearsKeys(page);
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('style');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/style-book');
  await page.context().clearCookies();
  await signIn(page, people.support);
  await page.goto('/style-book');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('permission');
});
