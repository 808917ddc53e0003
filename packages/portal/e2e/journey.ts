import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { takeContext } from './contexts.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const mailbox = process.env.MAILBOX_URL ?? 'http://localhost:3010';

export const urls = {
  owner: process.env.OWNER_URL ?? 'http://localhost:3000',
  admin: process.env.ADMIN_URL ?? 'http://localhost:3001',
};

/**
 * Those of the demo. Whose password a journey changes, or whom it guesses at, belongs to that journey alone: journeys run
 * side by side, and in any order. The owner's libraries are changed by many: count those of Vidya.
 */
export const people = {
  admin: { email: 'admin@studyspot.com', password: 'Admin@12345' },
  support: { email: 'kavita.menon@studyspot.com', password: 'Admin@12345' },
  owner: { email: 'rajesh.sharma@gyanlibrary.in', password: 'Owner@12345' },
  manager: { email: 'sunita.meena@gyanlibrary.in', password: 'Staff@12345' },
  ofTwo: { email: 'pooja.verma@example.in', password: 'Owner@12345' },
  vidya: { email: 'sneha.kulkarni@vidyarooms.in', password: 'Owner@12345' },
  forgetful: { email: 'amol.deshpande@vidyarooms.in', password: 'Staff@12345' },
  guessedAt: { email: 'anil.kumar@saraswatistudy.in', password: 'Owner@12345' },
};

/** Everything a browser complains about: script errors, refused resources, broken policies. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error}`));
  page.on('console', (message) => {
    const text = message.text();
    // A page that is not there and a refused call are answers, which the browser logs by itself.
    const isAnswer = text.startsWith('Failed to load resource') && /status of 4\d\d/.test(text);
    if (message.type() === 'error' && !isAnswer) complaints.push(`${page.url()} ${text}`);
  });
  return complaints;
}

export interface Look {
  locale?: 'en' | 'hi';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

export async function visitor(browser: Browser, portal: keyof typeof urls, look: Look = {}): Promise<BrowserContext> {
  const { locale = 'en', theme = 'light', width = 360, height = 800 } = look;
  const context = await takeContext(browser, {
    baseURL: urls[portal],
    viewport: { width, height },
    colorScheme: theme,
    locale: locale === 'hi' ? 'hi-IN' : 'en-IN',
  });
  await context.addCookies([{ name: 'studyspot-locale', value: locale, url: urls[portal] }]);
  return context;
}

interface Person {
  email: string;
  password: string;
}

export async function fillSignIn(page: Page, { email, password }: Person): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form[action*=credentials] button[type=submit]').click();
}

/** By the page at the door, to the first page inside. */
export async function signInAtDoor(page: Page, person: Person): Promise<void> {
  await page.goto('/signin');
  await fillSignIn(page, person);
  await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}

/** As the form at the door does, without drawing it: the door has journeys of its own. The page stays as it is. */
export async function signIn({ request }: Page, person: Person): Promise<void> {
  const token = await request.get('/api/auth/csrf');
  const { csrfToken } = await token.json();
  const answer = await request.post('/api/auth/callback/credentials', {
    headers: { origin: new URL(token.url()).origin },
    form: { csrfToken, callbackUrl: '/', ...person },
    maxRedirects: 0,
  });
  expect(answer.headers().location).not.toContain('/signin');
}

/** Until the page hears keys: one that is pressed before is lost, as it is to anybody. */
export async function hearsKeys(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-keys', 'on');
}

export async function signOut(page: Page): Promise<void> {
  await page.locator('header button[popovertarget=user-menu]').first().click();
  await page.locator('#user-menu form[action*=signout] button').click();
  await expect(page.getByRole('status').filter({ hasText: 'You are signed out.' })).toBeVisible();
}

interface Mail {
  subject: string;
  text: string;
}

/** Those that carry a link to the page, the newest first. */
async function mailsWithLink(email: string, page: string): Promise<Mail[]> {
  const mails = (await (await fetch(`${mailbox}/api/mails?to=${encodeURIComponent(email)}`)).json()) as Mail[];
  return mails.filter(({ text }) => text.includes(`/${page}?token=`));
}

/** The newest mail to an address; mails follow the commit, so it may take a moment. */
export async function mailTo(email: string, page: string, after = 0): Promise<Mail> {
  let mails: Mail[] = [];
  await expect
    .poll(async () => {
      mails = await mailsWithLink(email, page);
      return mails.length;
    })
    .toBeGreaterThan(after);
  return mails[0] ?? { subject: '', text: '' };
}

/** The link in it. */
export async function linkMailedTo(email: string, page: string, after = 0): Promise<string> {
  const { text } = await mailTo(email, page, after);
  return /https?:\/\/\S+\?token=[\w-]{43}/.exec(text)?.[0] ?? '';
}

export async function mailsTo(email: string, page: string): Promise<number> {
  return (await mailsWithLink(email, page)).length;
}

/** Colours on their way from one theme to the other are those of neither. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findings(page: Page, within: string, runOnly: string[]): Promise<string[]> {
  await settle(page);
  const violations = await page.evaluate(
    async ([context, asked]) =>
      (await window.axe.run(context, { runOnly: asked, resultTypes: ['violations'] })).violations,
    [within, runOnly] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** All rules as the page stands, then the colours of the other theme: nothing else differs between the two. */
export async function expectAccessible(page: Page, theme: 'light' | 'dark', within = 'html'): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  expect(await findings(page, within, standards), `${page.url()} ${theme}`).toEqual([]);
  const other = theme === 'light' ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme: other });
  expect(await findings(page, within, ['color-contrast']), `${page.url()} ${other}`).toEqual([]);
  await page.emulateMedia({ colorScheme: theme });
}

export async function expectFits(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** A phone in English and a laptop in Hindi; each page is seen in both themes. */
export const looks: Array<Required<Look>> = [
  { locale: 'en', theme: 'light', width: 360, height: 800 },
  { locale: 'hi', theme: 'dark', width: 1280, height: 800 },
];

export function nameOf({ locale, theme, width }: Required<Look>): string {
  return `${locale}, ${theme}, ${width} px`;
}
