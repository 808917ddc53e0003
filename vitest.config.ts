import { defineConfig } from 'vitest/config';

const cluster = ['./packages/db/src/testing/global-setup.ts'];
const exclude = ['**/node_modules/**', '**/.next/**', '**/e2e/**'];
const shared = { exclude, sequence: { shuffle: true }, testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // The usual is one core less: on two cores, one file at a time.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'plain',
          include: [
            'packages/{providers,ui,portal}/**/*.test.ts',
            'apps/{owner,admin,sandbox}/src/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          // Pure functions keep nothing: files share what they import, which is two thirds of the time.
          isolate: false,
          ...shared,
        },
      },
      {
        test: {
          name: 'unit',
          include: ['packages/{db,api}/**/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup: cluster,
          ...shared,
        },
      },
      {
        test: {
          name: 'proofs',
          include: ['packages/**/*.proof.ts'],
          globalSetup: cluster,
          // Node itself loads the sources, so that a proof can load them once more with a mistake in them.
          experimental: { viteModuleRunner: false },
          ...shared,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
