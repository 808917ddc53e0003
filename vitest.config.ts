import { defineConfig } from 'vitest/config';

const cluster = ['./packages/db/src/testing/global-setup.ts'];
const shared = { sequence: { shuffle: true }, testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'plain',
          include: ['packages/{providers,ui}/**/*.test.ts', 'apps/sandbox/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          ...shared,
        },
      },
      {
        test: {
          name: 'unit',
          include: ['packages/{db,api}/**/*.test.ts', 'apps/{owner,admin}/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/.next/**', '**/e2e/**'],
          globalSetup: cluster,
          ...shared,
        },
      },
      {
        test: {
          name: 'proofs',
          include: ['packages/**/*.proof.ts'],
          globalSetup: cluster,
          ...shared,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
