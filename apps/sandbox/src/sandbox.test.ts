import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSandbox } from './sandbox.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let at: string;

beforeEach(async () => {
  sandbox = await startSandbox({ host: '127.0.0.1', httpPort: 0, smtpPort: 0 });
  at = `http://127.0.0.1:${sandbox.httpPort}`;
});
afterEach(() => sandbox.stop());

async function deliver(subject: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: sandbox.smtpPort });
  await transport.sendMail({
    from: 'a@x.in',
    to: 'Ravi@X.in',
    subject,
    text: 'Go to https://x.in/reset?token=abc now',
    html: '<p>Hi</p><script>x</script>',
  });
}

it('lists, opens and clears', async () => {
  await deliver('<b>Reset</b>');
  const [mail] = await (await fetch(`${at}/api/mails?to=ravi@x.in`)).json();
  expect(mail.subject).toBe('<b>Reset</b>');
  expect(await (await fetch(at)).text()).toContain('&#60;b&#62;Reset');
  const page = await (await fetch(`${at}/mails/${mail.id}`)).text();
  expect(page).toContain('<a href="https://x.in/reset?token=abc"');
  expect(page).not.toContain('<script>');
  const html = await fetch(`${at}/mails/${mail.id}/html`);
  expect(html.headers.get('content-security-policy')).toMatch(/^sandbox /);
  await fetch(`${at}/clear`, { method: 'POST' });
  expect(await (await fetch(`${at}/api/mails`)).json()).toEqual([]);
  expect((await fetch(`${at}/mails/${mail.id}`)).status).toBe(404);
});

it('keeps the newest 500', async () => {
  const raw = Buffer.from('Subject: x\r\n\r\nhi');
  for (let n = 0; n < 510; n += 1) await sandbox.mailbox.keep(raw, ['a@x.in']);
  expect(sandbox.mailbox.list()).toHaveLength(500);
});

it('takes faults and refuses nonsense', async () => {
  const put = (body: string) => fetch(`${at}/api/fault`, { method: 'PUT', body });
  expect((await put('{"mode":"refuse"}')).status).toBe(200);
  await expect(deliver('x')).rejects.toThrow(/unavailable/i);
  expect((await put('{"mode":"refuse","to":"Other@x.in"}')).status).toBe(200);
  await deliver('to somebody else');
  expect((await put('{"mode":"refuse","to":"ravi@X.in"}')).status).toBe(200);
  await expect(deliver('x')).rejects.toThrow(/unavailable/i);
  expect((await put('{"mode":"explode"}')).status).toBe(400);
  expect((await put('{')).status).toBe(400);
  expect((await put('{"mode":"drop"}')).status).toBe(200);
  const before = sandbox.mailbox.list().length;
  await expect(deliver('y')).rejects.toThrow();
  expect(sandbox.mailbox.list()).toHaveLength(before + 1);
  expect((await put('{"mode":"none"}')).status).toBe(200);
  expect(await (await fetch(`${at}/healthz`)).text()).toBe('ok');
});
