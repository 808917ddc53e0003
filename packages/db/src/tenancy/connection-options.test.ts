import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';
import { rawConnection } from '../raw-connection.ts';
import { selfSigned } from '../testing/certificate.ts';
import { driverSsl, parseAddress, tlsOptions } from './connection-options.ts';
import { Slots } from './slots.ts';

const at = (search: string) => parseAddress(`postgres://ss_tenant:a%40b@db.example.in:6000/study${search}`);

describe('an address', () => {
  it('is read with its password and its socket', () => {
    expect(at('')).toMatchObject({ user: 'ss_tenant', password: 'a@b', database: 'study', port: 6000, path: null });
    expect(at('?host=/run/pg')).toMatchObject({ path: '/run/pg/.s.PGSQL.6000', sslMode: 'disable' });
    expect(parseAddress('postgres://a@[2001:db8::1]:6000/study')).toMatchObject({ host: '2001:db8::1', port: 6000 });
  });

  it('prefers TLS and refuses a mode that does not exist', () => {
    expect(driverSsl(at(''))).toBe('prefer');
    expect(driverSsl(at('?sslmode=disable'))).toBe(false);
    expect(driverSsl(at('?sslmode=require'))).toEqual({ rejectUnauthorized: false });
    expect(tlsOptions(at('?sslmode=verify-full&sslrootcert=system'))).toEqual({ host: 'db.example.in' });
    expect(() => at('?sslmode=verify')).toThrow('sslmode is one of');
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Written by the server itself, so that the key belongs to the user it runs as. */
async function write(sql: Sql, path: string, text: string): Promise<void> {
  const lines = text.trim().split('\n');
  const rows = lines.map((line) => `('${line}')`).join(', ');
  await sql.unsafe(`copy (values ${rows}) to program 'umask 077; cat > ${path}'`);
}

describe('a server with TLS', () => {
  let server: PostgresServer;
  let home: string;
  let admin: Sql;
  let root: string;
  const to = (host: string, search: string) => {
    const url = new URL(server.url);
    url.hostname = host;
    url.search = search;
    return url.href;
  };
  const isSecure = async (host: string, search: string): Promise<unknown> => {
    const sql = rawConnection(to(host, search));
    try {
      return (await sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`)[0]?.ssl;
    } catch {
      return 'refused';
    } finally {
      await sql.end({ timeout: 1 });
    }
  };

  const turn = async (ssl: 'on' | 'off') => {
    await admin.unsafe(`alter system set ssl = ${ssl}`);
    await admin`select pg_reload_conf()`;
    await vi.waitFor(async () => expect(await isSecure('127.0.0.1', '')).toBe(ssl === 'on'), { timeout: 5000 });
  };

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'ss-tls-'));
    chmodSync(home, 0o755);
    const dir = join(home, 'data');
    server = await startPostgres({ dir, port: await freePort(), disposable: true });
    admin = rawConnection(to('127.0.0.1', '?sslmode=disable'));
    const { certificate, key } = selfSigned('localhost');
    root = join(home, 'root.pem');
    writeFileSync(root, certificate);
    await write(admin, join(dir, 'server.crt'), certificate);
    await write(admin, join(dir, 'server.key'), key);
    await turn('on');
  });
  afterAll(async () => {
    await admin.end();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('is spoken to with it, and believed by its certificate where that is asked', async () => {
    expect(await isSecure('127.0.0.1', '')).toBe(true);
    expect(await isSecure('127.0.0.1', '?sslmode=disable')).toBe(false);
    expect(await isSecure('localhost', '?sslmode=verify-full')).toBe('refused');
    expect(await isSecure('localhost', `?sslmode=verify-full&sslrootcert=${root}`)).toBe(true);
    expect(await isSecure('127.0.0.1', `?sslmode=verify-full&sslrootcert=${root}`)).toBe('refused');
    expect(await isSecure('127.0.0.1', `?sslmode=verify-ca&sslrootcert=${root}`)).toBe(true);
  });

  it('takes a cancel request over it too', async () => {
    const slots = new Slots(to('localhost', `?sslmode=verify-full&sslrootcert=${root}`), 1);
    const slot = await slots.take({ lane: 'a', key: '' }, performance.now() + 5000);
    const alone = { sent: () => undefined, answered: () => undefined, failed: (error: unknown) => error };
    await slot.objects('select 1', [], alone);
    const slow = expect(slot.objects('select pg_sleep(20)', [], alone)).rejects.toMatchObject({ code: '57014' });
    await new Promise((done) => setTimeout(done, 100));
    await slot.cancel();
    await slow;
    expect(slot.death).toBeNull();
    slots.giveBack(slot);
    await slots.close();
  });

  it('that has none any more is spoken to without, unless TLS is required', async () => {
    await turn('off');
    expect(await isSecure('127.0.0.1', '?sslmode=require')).toBe('refused');
    await turn('on');
  });
});
