import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';

test('a portal that finds its port taken says so and ends', async () => {
  const holder = createServer().listen(0);
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  const key = 'k'.repeat(32);
  const portal = spawn(process.execPath, [`${import.meta.dirname}/testing/start.ts`], {
    env: {
      NODE_ENV: 'development',
      PORT: String(port),
      PORTAL_URL: `http://localhost:${port}`,
      DATABASE_URL_TENANT: 'postgres://t@127.0.0.1:1/db',
      DATABASE_URL_AUTH: 'postgres://a@127.0.0.1:1/db',
      SESSION_KEY: key,
      SECRET_KEY: key,
      PASSWORD_KEY: key,
    },
  });
  let said = '';
  portal.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(portal, 'exit');
  const [code] = await Promise.race([
    ended,
    new Promise<string[]>((resolve) => setTimeout(resolve, 10_000, ['alive'])),
  ]);
  portal.kill('SIGKILL');
  holder.close();
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(`port ${port} is taken`) });
});
