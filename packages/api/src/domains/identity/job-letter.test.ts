import { afterAll, beforeAll, expect, test } from 'vitest';
import { known } from '../../sign-in/password-line.ts';
import { faultOf, openStage, type Stage } from '../../testing/stage.ts';
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

const letters = () => stage.database.sql`select purpose, data from letters where fate is null order by created_at`;

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

test('what did not arrive is seen where somebody can act: at the desk, on the member’s record, and goes again once', async () => {
  const { a, b, platform } = stage.world;
  const desk = stage.admin(platform.super_admin.session);
  const { id } = { id: a.manager.membershipId };
  const lettersOf = () => stage.owner(a.owner.session).staff.letters({ id });
  expect(await lettersOf()).toEqual([]);
  stage.mail.fails = 'address';
  await stage.owner(null).identity.forgotPassword({ email: a.manager.email });
  await stage.apps.owner.signIn.idle();
  await stage.done();
  stage.mail.fails = null;
  const lost = (await desk.jobs.letters({})).lost.filter(
    ({ to }) => to === `${a.manager.email.slice(0, 2)}•••@example.test`,
  );
  expect(lost).toMatchObject([{ purpose: 'reset', reason: 'address', again: true }]);
  const { kinds } = await desk.jobs.letters({});
  expect(kinds.find(({ purpose }) => purpose === 'reset')).toMatchObject({ lost: 1, reason: 'address', waiting: 0 });
  expect(await lettersOf()).toMatchObject([{ purpose: 'reset', fate: 'address' }]);
  // A member of another business is not there.
  expect(await faultOf(stage.owner(b.owner.session).staff.letters({ id }))).toBe('not_found');

  const before = stage.mail.letters.length;
  await desk.jobs.sendAgain({ id: lost[0]?.id ?? '' });
  expect(await faultOf(desk.jobs.sendAgain({ id: lost[0]?.id ?? '' }))).toBe('not_found');
  await stage.done();
  expect(stage.mail.letters.slice(before).map(({ to }) => to)).toEqual([a.manager.email]);
  expect(stage.mail.tokenFor(a.manager.email)).toBeDefined();
  // What came is between the person and the platform.
  expect(await lettersOf()).toEqual([]);
  await stage.owner(a.owner.session).identity.sendVerification();
  await stage.done();
  const [owner] = await desk.tenants.letters({ id: a.id });
  expect(owner).toMatchObject({ member: a.owner.membershipId, purpose: 'verify', fate: 'sent' });
  expect(
    (
      await stage.database
        .sql`select 1 from domain_events where name = 'job.letter_again' and subject_id = ${lost[0]?.id ?? ''}`
    ).length,
  ).toBe(1);
});

test('a mail server that is away for long leaves a letter that the desk sends again, and no job behind', async () => {
  const { b, platform } = stage.world;
  const { jobs } = stage.admin(platform.super_admin.session);
  stage.mail.fails = 'busy';
  await stage.owner(b.staff.session).identity.sendVerification();
  await stage.done();
  await stage.database.sql`update jobs set attempts = 2, due_at = now() where state = 'later'`;
  while ((await stage.database.sql`select 1 from jobs where state = 'later'`).length > 0);
  await stage.done();
  stage.mail.fails = null;
  const [lost] = (await jobs.letters({})).lost;
  expect(lost).toMatchObject({ purpose: 'verify', reason: 'away', again: true });
  expect((await jobs.list({})).map(({ kind }) => kind)).toContain('jobLetter');
  await jobs.sendAgain({ id: lost?.id ?? '' });
  await stage.done();
  expect(stage.mail.letters.at(-1)?.to).toBe(b.staff.email);
  expect(await jobs.list({})).toEqual([]);
});
