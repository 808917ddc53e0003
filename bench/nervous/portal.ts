import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEnv } from '@studyspot/api/env';
import { openApp } from '@studyspot/api/open-app';
import { adminRouter, ownerRouter } from '@studyspot/api/root';

// A portal's process as the product starts it, without pages.

const env = readEnv(JSON.parse(process.argv[2] ?? '{}'));
const app = openApp(env, { router: env.portal === 'owner' ? ownerRouter : adminRouter });
const server = createServer((req, res) => {
  void app.handle(req, res).then((isTaken) => {
    if (!isTaken) res.writeHead(404).end();
  });
});
await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
app.hear();
process.on('SIGTERM', () => void app.stop(server, { lingerMs: 0, deadlineMs: 1_000 }).then(() => process.exit(0)));
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
