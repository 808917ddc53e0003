import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { people, signIn } from '../packages/portal/e2e/journey.ts';
import { PlainError } from './stack/plain-error.ts';
import { inRoot } from './stack/root.ts';
import { testStack } from './stack/test-stack.ts';
import { launchBrowser } from './test/browser.ts';

const MOST_BYTES = 80_000;

interface Picture {
  name: string;
  portal: 'owner' | 'admin';
  person: keyof typeof people;
  path: string;
  viewport: { width: number; height: number };
  /** Pixels for each of the page's: what is shown small is drawn sharp. */
  scale: number;
}

/** Those of the README. */
const pictures: readonly Picture[] = [
  {
    name: 'owner-phone',
    portal: 'owner',
    person: 'owner',
    path: '/',
    viewport: { width: 360, height: 640 },
    scale: 2,
  },
  {
    name: 'admin-laptop',
    portal: 'admin',
    person: 'admin',
    path: '/tenants',
    viewport: { width: 1280, height: 600 },
    scale: 1.5,
  },
];

const { stack, stop } = await testStack({});
try {
  await stack.start();
  const browser = await launchBrowser();
  mkdirSync(inRoot('docs/pictures'), { recursive: true });
  for (const picture of pictures) {
    const bytes = await take(browser, picture);
    if (bytes.length > MOST_BYTES) throw new PlainError(`${picture.name} has ${bytes.length} bytes.`);
    const file = `docs/pictures/${picture.name}.webp`;
    writeFileSync(inRoot(file), bytes);
    console.log(`${file}: ${Math.round(bytes.length / 1_000)} kB`);
  }
  await browser.close();
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit();

async function take(browser: Browser, { portal, person, path, viewport, scale }: Picture): Promise<Buffer> {
  const context = await browser.newContext({
    baseURL: `http://localhost:${stack.options.ports[portal]}`,
    viewport,
    deviceScaleFactor: scale,
    colorScheme: 'light',
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
  });
  const page = await context.newPage();
  await signIn(page, people[person]);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  // Playwright itself knows no WebP, which is half of a PNG.
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  await context.close();
  return Buffer.from(data, 'base64');
}
