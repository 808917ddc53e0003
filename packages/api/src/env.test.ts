import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { envNames, readEnv } from './env.ts';
import { workerEnvNames } from './work/env.ts';

const owner = {
  PORTAL_URL: 'http://localhost:3000',
  DATABASE_URL_TENANT: 'postgres://t@localhost/db',
  DATABASE_URL_AUTH: 'postgres://a@localhost/db',
  SESSION_KEY: 's'.repeat(32),
  SECRET_KEY: 'k'.repeat(32),
  PASSWORD_KEY: 'p'.repeat(32),
};

test('what is not said has the numbers of the issue', () => {
  const env = readEnv(owner);
  expect(env).toMatchObject({
    portal: 'owner',
    ACCESS_SECONDS: 900,
    CHANGES_PER_MINUTE: 100,
    READS_PER_MINUTE: 1200,
    SIGN_IN_TRIES: 5,
    BCRYPT_COST: 12,
  });
  expect(env.origins).toEqual(['http://localhost:3000']);
});

test('a blank is as good as nothing, a list is split', () => {
  const env = readEnv({ ...owner, TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2', LOG_LEVEL: '', BATCH_MAX: '20' });
  expect(env).toMatchObject({ TRUSTED_PROXIES: ['10.0.0.1', '10.0.0.2'], LOG_LEVEL: 'info', BATCH_MAX: 20 });
});

test('further origins come beside the own one', () => {
  const env = readEnv({ ...owner, ALLOWED_ORIGINS: 'https://a.example, https://b.example' });
  expect(env.origins).toEqual(['http://localhost:3000', 'https://a.example', 'https://b.example']);
});

test.each(['https://a.example/', 'a.example', 'null', '*', 'https://a.example/path'])(
  'an origin that no browser would send, such as %s, is refused rather than ignored',
  (origin) => {
    expect(() => readEnv({ ...owner, ALLOWED_ORIGINS: `https://b.example,${origin}` })).toThrow('ALLOWED_ORIGINS');
  },
);

test('a process with two audiences or none does not start', () => {
  expect(() => readEnv({ ...owner, DATABASE_URL_PLATFORM: 'postgres://p@localhost/db' })).toThrow('never both');
  expect(() => readEnv({ ...owner, DATABASE_URL_TENANT: undefined })).toThrow('DATABASE_URL_TENANT');
});

test('faults name the setting and never its value', () => {
  const act = () => readEnv({ ...owner, SESSION_KEY: 'canary', SECRET_KEY: undefined });
  expect(act).toThrow('SESSION_KEY: has a wrong value');
  expect(act).toThrow('SECRET_KEY: is missing');
  expect(act).not.toThrow('canary');
});

test('weak hashing is refused in production, the times must fit each other', () => {
  expect(() => readEnv({ ...owner, BCRYPT_COST: '5' })).toThrow('12 or more');
  expect(readEnv({ ...owner, BCRYPT_COST: '5', NODE_ENV: 'test' }).BCRYPT_COST).toBe(5);
  expect(() => readEnv({ ...owner, ACCESS_SECONDS: '30' })).toThrow('GRACE_SECONDS');
});

test('an admin portal in public says where owners sign in', () => {
  const { DATABASE_URL_TENANT: database, ...rest } = owner;
  const admin = { ...rest, DATABASE_URL_PLATFORM: database };
  expect(readEnv({ ...admin, PORTAL_URL: 'http://localhost:3001' }).owner).toBe('http://localhost:3000');
  expect(() => readEnv({ ...admin, PORTAL_URL: 'https://admin.example.com' })).toThrow('OWNER_URL');
});

test('.env.example holds what portals, workers and the migration read, and the ports of npm start', () => {
  const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const named = [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  const others = ['DATABASE_URL', 'LOGIN_SECRET', 'OWNER_PORT', 'ADMIN_PORT', 'SANDBOX_PORT'];
  const ports = ['SANDBOX_SMTP_PORT', 'POSTGRES_PORT'];
  const read = new Set([...envNames, ...workerEnvNames, ...others, ...ports]);
  expect(named.sort()).toEqual([...read].sort());
});
