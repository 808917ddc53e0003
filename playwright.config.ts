import { defineConfig } from '@playwright/test';

const browser = process.env.CHROMIUM_PATH;
const owner = { baseURL: process.env.OWNER_URL ?? 'http://localhost:3000', viewport: { width: 390, height: 844 } };
// What changes a setting for everyone waits until nobody else is at work.
const ALONE = '**/approval.spec.ts';

export default defineConfig({
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as const] : [])],
  outputDir: 'test-results',
  use: {
    // Each fresh browser would fill a cache of its own with the whole build; the journeys offline want that.
    serviceWorkers: 'block',
    // A trace costs a quarter of each test: ask for one with --trace on.
    screenshot: 'only-on-failure',
    timezoneId: 'Asia/Kolkata',
    locale: 'en-IN',
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
  projects: [
    {
      name: 'owner',
      testDir: 'apps/owner/e2e',
      testIgnore: ALONE,
      use: owner,
    },
    {
      name: 'admin',
      testDir: 'apps/admin/e2e',
      use: { baseURL: process.env.ADMIN_URL ?? 'http://localhost:3001', viewport: { width: 1280, height: 800 } },
    },
    { name: 'alone', testDir: 'apps/owner/e2e', testMatch: ALONE, dependencies: ['owner', 'admin'], use: owner },
  ],
});
