import { createServer } from 'node:http';
import { readEnv } from '@studyspot/api/env';
import { openApp } from '@studyspot/api/open-app';
import { benchRouter } from './router.ts';

export interface ServerOrder {
  port: number;
  sessionKey: string;
  urls: { tenant: string; auth: string };
}

const unused = 'not used by a list, only required';

/** The product's own way in, as apps/owner/server.ts has it before Next: only the router is the bench's. */
async function serve(order: ServerOrder): Promise<void> {
  const env = readEnv({
    NODE_ENV: 'production',
    PORTAL_URL: `http://localhost:${order.port}`,
    PORT: String(order.port),
    DATABASE_URL_TENANT: order.urls.tenant,
    DATABASE_URL_AUTH: order.urls.auth,
    SESSION_KEY: order.sessionKey,
    SECRET_KEY: unused,
    PASSWORD_KEY: unused,
    CHANGES_PER_MINUTE: '1000000000',
    READS_PER_MINUTE: '1000000000',
  });
  const app = openApp(env, { router: benchRouter });
  const server = createServer((req, res) => {
    app.handle(req, res).then(
      (taken) => {
        if (!taken) res.writeHead(404).end();
      },
      (error: unknown) => {
        console.error(error);
        res.destroy();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(order.port, '127.0.0.1', resolve));
  process.on('disconnect', () => {
    void app.stop(server).then(() => process.exit(0));
  });
  process.send?.('listening');
}

process.once('message', (order: ServerOrder) => void serve(order));
