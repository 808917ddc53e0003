import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openMail } from '@studyspot/providers/mail';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Fault } from '../../../../apps/sandbox/src/faults.ts';
import { startSandbox } from '../../../../apps/sandbox/src/sandbox.ts';
import { openStage, type Stage } from '../testing/stage.ts';

const silenceMs = 400;
let stage: Stage;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let mail: ReturnType<typeof openMail>;

beforeAll(async () => {
  stage = await openStage();
  sandbox = await startSandbox({ host: '127.0.0.1', httpPort: 0, smtpPort: 0 });
  mail = openMail({
    url: `smtp://127.0.0.1:${sandbox.smtpPort}`,
    from: 'StudySpot <no-reply@studyspot.test>',
    silenceMs,
  });
  await stage.work({ send: (letter) => mail.send(letter, { deadlineMs: 20_000 }) });
});
afterEach(() => {
  sandbox.fault.now = { mode: 'none' };
});
afterAll(async () => {
  mail.close();
  await Promise.all([stage.close(), sandbox.stop()]);
});

const later = () => stage.database.sql`select attempt, error from jobs where state = 'later'`;

/** Invites somebody while the server behaves so, at one attempt after the other; then it behaves. */
async function invited(...faults: Fault[]) {
  const email = `${randomUUID()}@example.test`;
  sandbox.fault.now = faults[0] ?? { mode: 'none' };
  const person = { requestKey: randomUUID(), email, name: 'Ravi Das', role: 'staff' as const, added: [], removed: [] };
  const call = stage.owner(stage.world.a.owner.session).staff;
  const { id } = await call.invite(person);
  for (const next of [...faults.slice(1), { mode: 'none' } as const]) {
    await stage.done();
    if ((await later()).length === 0) break;
    sandbox.fault.now = next;
    await stage.database.sql`update jobs set due_at = now() where state = 'later'`;
    while ((await later()).length > 0) await pause(20);
  }
  await stage.done();
  // What a server takes late.
  await pause(Math.max(0, ...faults.map((fault) => (fault.mode === 'delay' ? fault.delayMs : 0))));
  const came = sandbox.mailbox.list(email);
  const ids = new Set(came.map(({ headers }) => headers.find(({ name }) => name === 'message-id')?.value));
  const [fate] = (await call.timeline({ id })).items;
  const why = fate?.changes.find(({ field }) => field === 'mail')?.after;
  return { came: came.length, letters: ids.size, fate: why ?? fate?.name, left: (await later()).length };
}

const one = { came: 1, letters: 1, fate: 'member.mailed', left: 0 };

test('a server that takes it gets it once', async () => {
  expect(await invited()).toEqual(one);
});

test('an address that the server does not know is given up at once, and said', async () => {
  expect(await invited({ mode: 'refuse' })).toEqual({ came: 0, letters: 0, fate: 'address', left: 0 });
});

test.each(['busy', 'hang'] as const)('a server that says %s gets it once when it is well', async (mode) => {
  expect(await invited({ mode }, { mode }, { mode })).toEqual(one);
});

test('a server that is late gets it once', async () => {
  expect(await invited({ mode: 'delay', delayMs: silenceMs / 2 })).toEqual(one);
});

// What nobody can know: the server has the mail, and its answer never came.
test.each([{ mode: 'drop' }, { mode: 'delay', delayMs: silenceMs * 2 }] as Fault[])(
  'a server that took it without a word gets it again as the same mail ($mode)',
  async (fault) => {
    expect(await invited(fault)).toEqual({ ...one, came: 2 });
  },
);

test('a server that never says whether it took it gets it twice and no more, and that is said', async () => {
  const drop: Fault = { mode: 'drop' };
  expect(await invited(drop, drop, drop)).toEqual({ came: 2, letters: 1, fate: 'unsure', left: 0 });
  expect(await invited({ mode: 'busy' }, drop, drop)).toEqual({ came: 1, letters: 1, fate: 'unsure', left: 0 });
});

test('a server that is away for long is told of in the trail, and its letter lies where the platform replays it', async () => {
  sandbox.fault.now = { mode: 'busy' };
  const email = 'long@example.test';
  const person = { requestKey: randomUUID(), email, name: 'Ravi Das', role: 'staff' as const, added: [], removed: [] };
  const call = stage.owner(stage.world.a.owner.session).staff;
  const { id } = await call.invite(person);
  await stage.done();
  await stage.database.sql`update jobs set attempts = 2, due_at = now() where state = 'later'`;
  while ((await later()).length > 0) await pause(20);
  await stage.done();
  const [fate] = (await call.timeline({ id })).items;
  expect(fate?.changes).toEqual([{ field: 'mail', before: null, after: 'away' }]);
  const dead = await stage.database.sql`select kind, error from jobs where state = 'dead'`;
  expect([...dead]).toEqual([{ kind: 'onMailDue', error: 'MailFailed: mail failed: busy' }]);
});
