import { expect, test } from 'vitest';
import { openLog } from './log.ts';

const secrets = {
  password: 'Canary-pass-1',
  session: 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE',
  hash: '$2b$12$abcdefghijklmnopqrstuuu5LonD8gZzZzZzZzZzZzZzZzZzZzZ',
  mail: 'canary@example.com',
  url: 'postgres://ss_tenant:canary-db-pass@localhost/studyspot',
};

function lines(write: (log: ReturnType<typeof openLog>) => void): string {
  const written: string[] = [];
  write(openLog({ level: 'trace', portal: 'owner', to: { write: (line: string) => void written.push(line) } }));
  return written.join('');
}

test('a line is JSON with what was given', () => {
  const line: unknown = JSON.parse(
    lines((log) => log.info({ requestId: 'r', procedure: 'libraries.list', ms: 1.5 }, 'call')),
  );
  expect(line).toMatchObject({
    level: 'info',
    portal: 'owner',
    requestId: 'r',
    procedure: 'libraries.list',
    msg: 'call',
  });
});

test('no secret gets into a line, wherever it is put', () => {
  const text = lines((log) => {
    log.info(secrets, 'plain');
    log.info(
      { deep: { deeper: [{ password: secrets.password, cookie: `__Host-ss.owner=${secrets.session}` }] } },
      'deep',
    );
    log.warn({ note: `token ${secrets.session} of ${secrets.mail}` }, `sent to ${secrets.mail} with ${secrets.hash}`);
    const query = Object.assign(new Error(`Failed query: update users\nparams: ${secrets.password}`), {
      query: 'update users set password_hash = $1',
      params: [secrets.hash, secrets.password],
    });
    log.error({ err: new Error(`connect ${secrets.url}`, { cause: query }) }, 'failed');
    log.error(query);
  });
  for (const canary of [
    secrets.password,
    secrets.session,
    secrets.hash,
    secrets.mail,
    'canary-db-pass',
    'set password_hash',
  ]) {
    expect(text).not.toContain(canary);
  }
  expect(text.trim().split('\n')).toHaveLength(5);
});

test('an error keeps what finds its place', () => {
  const text = lines((log) => log.error({ err: new TypeError('reading x', { cause: new Error('inner') }) }, 'failed'));
  expect(JSON.parse(text)).toMatchObject({
    err: { name: 'TypeError', message: 'reading x', cause: { message: 'inner' } },
  });
  expect(text).toContain('log.test.ts');
});
