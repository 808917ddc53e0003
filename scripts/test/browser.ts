import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { PlainError } from '../stack/plain-error.ts';

const places = [
  // The same engine without a window: half the time of a whole Chromium.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Playwright's own browser, else the system's, else Debian's when we may install it. */
export function findBrowser(): { path: string | null } {
  giveDevanagari();
  if (existsSync(chromium.executablePath())) return { path: null };
  const system = places.find((place) => existsSync(place));
  if (system) return { path: system };
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const path = `/usr/bin/${name}`;
    if (mayInstall() && aptInstall(name) && existsSync(path)) return { path };
  }
  throw new PlainError(
    'The end-to-end tests need a browser: run "npx playwright install chromium", or install Chromium, then try again.',
  );
}

/** The same, begun. */
export function launchBrowser(): Promise<Browser> {
  const { path } = findBrowser();
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
  return chromium.launch({ ...(path && { executablePath: path }), args });
}

// Without a font for it, Hindi is boxes, whose widths prove nothing.
function giveDevanagari(): void {
  const listed = spawnSync('fc-list', [':lang=hi', 'family'], { encoding: 'utf8' });
  const has = listed.status === 0 && listed.stdout.trim() !== '';
  if (!has && process.platform === 'linux' && !(mayInstall() && aptInstall('fontconfig', 'fonts-lohit-deva'))) {
    console.log('No Devanagari font here: Hindi is tested without its shapes (install fonts-lohit-deva).');
  }
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function aptInstall(...packages: string[]): boolean {
  console.log(`Installing ${packages.join(' and ')} with apt-get…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, stdio: 'ignore' })
      .status === 0
  );
}
