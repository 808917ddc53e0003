import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import type { Fault } from './faults.ts';
import { Mailbox } from './mailbox.ts';
import { makeSmtpServer } from './smtp.ts';
import { makeWebServer } from './web.ts';

interface Sandbox {
  httpPort: number;
  smtpPort: number;
  mailbox: Mailbox;
  fault: { now: Fault };
  stop(): Promise<void>;
}

/** Port 0 takes a free one. */
export async function startSandbox(at: { host: string; httpPort: number; smtpPort: number }): Promise<Sandbox> {
  const mailbox = new Mailbox();
  const fault: { now: Fault } = { now: { mode: 'none' } };
  const web = makeWebServer({ mailbox, fault });
  const smtp = makeSmtpServer(mailbox, () => fault.now);
  web.listen(at.httpPort, at.host);
  await once(web, 'listening');
  smtp.listen(at.smtpPort, at.host);
  await once(smtp.server, 'listening');
  return {
    httpPort: portOf(web),
    smtpPort: portOf(smtp.server),
    mailbox,
    fault,
    async stop() {
      web.closeAllConnections();
      await Promise.all([
        new Promise((done) => web.close(done)),
        new Promise<void>((done) => smtp.close(() => done())),
      ]);
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
