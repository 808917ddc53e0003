import type { Server } from 'node:http';
import { startPortal } from '../start-portal.ts';

// As Next does: whatever is thrown, the process lives on.
process.on('uncaughtException', () => undefined);
process.on('unhandledRejection', () => undefined);
setInterval(() => undefined, 1_000);

await startPortal({
  directory: import.meta.dirname,
  next: (_: { httpServer: Server }) => ({
    prepare: async () => undefined,
    getRequestHandler: () => async () => undefined,
    close: async () => undefined,
  }),
  nextAuth: async () => undefined,
  still: () => ({}),
});
