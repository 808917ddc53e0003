import { afterAll, beforeAll, expect, test } from 'vitest';
import { known } from '../../sign-in/password-line.ts';
import { openStage, type Stage } from '../../testing/stage.ts';
import { found } from '../../work/found.ts';
import { mailRetry } from '../../work/retry.ts';

const password = 'Chandra-4711';
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.work();
  const hash = await stage.apps.owner.services.passwords.hash(password, known('letters'));
  await stage.database.sql`update users set password_hash = ${hash}, locale = 'hi'`;
});
afterAll(() => stage.close());

const letters = () => stage.database.sql`select purpose, data from letters order by created_at`;

test('what is asked for waits as a letter, is sent in the language of its reader, and then is gone', async () => {
  const { a } = stage.world;
  await stage.database.sql`insert into job_pauses (queue, reason) values ('outside', 'looked at')`;
  const anyone = stage.owner(null).identity;
  const { identity } = stage.owner(a.owner.session);
  await anyone.forgotPassword({ email: a.owner.email });
  await anyone.forgotPassword({ email: 'nobody@example.test' });
  await identity.requestEmailChange({ email: 'moved@example.test', password });
  await identity.requestEmailChange({ email: a.manager.email, password });
  await stage.apps.owner.signIn.idle();
  await identity.sendVerification();
  expect((await letters()).map(({ purpose }) => purpose).sort()).toEqual(['email', 'reset', 'verify']);
  const jobs = await stage.database.sql`select kind, attempts, payload from jobs`;
  expect(jobs).toHaveLength(3);
  expect(found['jobLetter']?.retry).toBe(mailRetry);
  for (const { kind, attempts, payload } of jobs) {
    expect({ kind, attempts }).toEqual({ kind: 'jobLetter', attempts: mailRetry.attempts });
    // Neither whom it is for, nor what it opens.
    expect(Object.keys(payload)).toEqual(['letter']);
  }
  const before = stage.mail.letters.length;
  await stage.database.sql`delete from job_pauses`;
  await stage.done();
  const came = stage.mail.letters.slice(before);
  const sent = came.map(({ to, text }) => `${to} ${/\/(\w+)\?token=/.exec(text)?.[1]}`).sort();
  expect(sent).toEqual(['moved@example.test email', `${a.owner.email} reset`, `${a.owner.email} verify`].sort());
  for (const { subject } of came) expect(subject).toMatch(/[\u0900-\u097F]/);
  expect(await letters()).toHaveLength(0);
  await anyone.confirmEmailChange({ token: stage.mail.tokenFor('moved@example.test') ?? '' });
  await stage.done();
  // The former address hears which one took its place.
  expect(stage.mail.letters.at(-1)).toMatchObject({ to: a.owner.email });
  expect(stage.mail.letters.at(-1)?.text).toContain('moved@example.test');
});

test('a new password takes back the links that wait, and its owner is told', async () => {
  const { b } = stage.world;
  stage.mail.fails = 'busy';
  await stage.owner(null).identity.forgotPassword({ email: b.owner.email });
  await stage.apps.owner.signIn.idle();
  await stage.done();
  stage.mail.fails = null;
  const before = stage.mail.letters.length;
  await stage.owner(b.owner.session).identity.changePassword({ current: password, next: 'Chandra-4712' });
  await stage.database.sql`update jobs set due_at = now() where state = 'later'`;
  while ((await stage.database.sql`select 1 from jobs where state = 'later'`).length > 0);
  await stage.done();
  const after = stage.mail.letters.slice(before);
  expect(after.map(({ to }) => to)).toEqual([b.owner.email]);
  expect(after[0]?.text).not.toContain('token=');
});
