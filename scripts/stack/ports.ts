import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { PlainError } from './plain-error.ts';
import { type Ports, portVariable } from './settings.ts';

const whose: Record<keyof Ports, string> = {
  owner: 'the owner portal',
  admin: 'the admin portal',
  sandbox: 'the mailbox page',
  smtp: "the sandbox's SMTP",
  worker: 'the worker',
  postgres: 'PostgreSQL',
};

export async function refuseTakenPorts(ports: Ports, names: readonly (keyof Ports)[]): Promise<void> {
  for (const name of names) {
    const port = ports[name];
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new PlainError(`${portVariable[name]} is not a port: give a number from 1 to 65535.`);
    }
    if (!((await isFree(port, '127.0.0.1')) && (await isFree(port, '0.0.0.0')))) {
      throw new PlainError(
        `Port ${port}, for ${whose[name]}, is taken: stop what uses it, or set ${portVariable[name]} to a free port.`,
      );
    }
  }
}

async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer();
  const free = await new Promise<boolean>((done) => {
    server.once('error', () => done(false));
    server.listen({ port, host, exclusive: true }, () => done(true));
  });
  if (free) await new Promise((done) => server.close(done));
  return free;
}

export async function freePorts(): Promise<Ports> {
  const servers = Object.keys(whose).map((name) => ({ name, server: createServer() }));
  const found = await Promise.all(
    servers.map(async ({ name, server }) => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return [name, (server.address() as AddressInfo).port] as const;
    }),
  );
  await Promise.all(servers.map(({ server }) => new Promise((done) => server.close(done))));
  return Object.fromEntries(found) as unknown as Ports;
}
