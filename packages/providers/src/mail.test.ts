import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../../apps/sandbox/src/sandbox.ts';
import { type Mail, MailFailed, openMail } from './mail.ts';

const place = Symbol.for('studyspot.transaction');
const letter = { to: 'asha@example.in', subject: 'नमस्ते', text: 'Open https://x.in/a', html: '<p>Open</p>' };
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let mail: Mail;

beforeEach(async () => {
  sandbox = await startSandbox({ host: '127.0.0.1', httpPort: 0, smtpPort: 0 });
  mail = openMail({ url: `smtp://127.0.0.1:${sandbox.smtpPort}`, from: 'StudySpot <no-reply@studyspot.test>' });
});
afterEach(async () => {
  mail.close();
  await sandbox.stop();
});

async function reasonOf(sending: Promise<void>): Promise<string> {
  const error = await sending.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(MailFailed);
  return error instanceof MailFailed ? error.reason : '';
}

describe('mail over SMTP', () => {
  it('arrives whole, in any script', async () => {
    await mail.send({ ...letter, toName: 'Asha, <b>' }, { deadlineMs: 5_000 });
    const [kept] = sandbox.mailbox.list('asha@example.in');
    expect(kept).toMatchObject({ subject: 'नमस्ते', to: ['asha@example.in'], from: 'no-reply@studyspot.test' });
    expect(kept?.text).toContain('https://x.in/a');
    expect(kept?.html).toContain('<p>Open</p>');
  });

  it('takes no line break for a header', async () => {
    await mail.send({ ...letter, subject: 'Hello\r\nBcc: b@x.in', toName: 'A\r\nBcc: c@x.in' }, { deadlineMs: 5_000 });
    const [kept] = sandbox.mailbox.list();
    expect(kept?.to).toEqual(['asha@example.in']);
    expect(kept?.subject).toBe('Hello Bcc: b@x.in');
    expect(kept?.headers.some(({ name }) => name === 'bcc')).toBe(false);
  });

  it.each(['a@x.in\r\nBcc: b@x.in', 'a@x.in, b@x.in', 'A <a@x.in>', 'a x.in', '', `a@x.in\u0000`])(
    'refuses the address %j',
    async (to) => {
      expect(await reasonOf(mail.send({ ...letter, to }, { deadlineMs: 5_000 }))).toBe('address');
      expect(sandbox.mailbox.list()).toHaveLength(0);
    },
  );

  it('says that an address was refused, and sends again afterwards', async () => {
    sandbox.fault.now = { mode: 'refuse' };
    expect(await reasonOf(mail.send(letter, { deadlineMs: 5_000 }))).toBe('address');
    sandbox.fault.now = { mode: 'none' };
    await mail.send(letter, { deadlineMs: 5_000 });
    expect(sandbox.mailbox.list()).toHaveLength(1);
  });

  it('gives up at its deadline', async () => {
    sandbox.fault.now = { mode: 'delay', delayMs: 400 };
    const begun = performance.now();
    expect(await reasonOf(mail.send(letter, { deadlineMs: 100 }))).toBe('late');
    expect(performance.now() - begun).toBeLessThan(350);
  });

  it('says away when nobody listens', async () => {
    await sandbox.stop();
    expect(await reasonOf(mail.send(letter, { deadlineMs: 5_000 }))).toBe('away');
    sandbox = await startSandbox({ host: '127.0.0.1', httpPort: 0, smtpPort: 0 });
  });

  it('refuses while a transaction is open in the same async context', async () => {
    const before: unknown = Reflect.get(globalThis, place);
    const storage = before instanceof AsyncLocalStorage ? before : new AsyncLocalStorage();
    Reflect.set(globalThis, place, storage);
    try {
      const transaction = { open: true };
      await storage.run(transaction, async () => {
        expect(await reasonOf(mail.send(letter, { deadlineMs: 5_000 }))).toBe('transaction');
        transaction.open = false;
        await mail.send(letter, { deadlineMs: 5_000 });
      });
      expect(sandbox.mailbox.list()).toHaveLength(1);
    } finally {
      Reflect.set(globalThis, place, before);
    }
  });
});
