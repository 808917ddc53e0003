import { MailFailed } from '@studyspot/providers/mail';
import { expect, test } from 'vitest';
import { noServices } from '../testing/worker.ts';
import { openTallies } from './tallies.ts';

const letter = { id: 'letter-1', to: 'asha@example.test', subject: 'Namaste', text: 'Namaste', html: '<p>Namaste</p>' };

test('letters are counted by their fate, and only what no server would take counts as failed', async () => {
  const tallies = openTallies();
  const fates = ['sent', 'sent', 'address', 'refused', 'away'] as const;
  for (const fate of fates) {
    const send = async () => {
      if (fate !== 'sent') throw new MailFailed(fate);
    };
    const { mail } = tallies.counted({ ...noServices, mail: { send } });
    await mail.send(letter).catch((error: unknown) => expect(error).toBeInstanceOf(MailFailed));
  }
  expect(Object.fromEntries(tallies.letters)).toEqual({ sent: 2, address: 1, refused: 1, away: 1 });
  const [letters] = tallies.take();
  expect(letters).toMatchObject({ kind: 'letters', done: 2, failed: 2, error: 'mail failed: away' });
});

test('what was told is not told again, but that a worker is there always is', () => {
  const tallies = openTallies();
  tallies.jobEnded('jobExample', null, 'well');
  tallies.jobEnded('jobExample', 'broken');
  expect(tallies.take()).toEqual([
    { kind: 'jobExample', done: 1, failed: 1, note: 'well', error: 'broken' },
    { kind: 'worker', done: 1, failed: 0, note: null, error: null },
  ]);
  expect(tallies.take().map(({ kind }) => kind)).toEqual(['worker']);
  expect(tallies.all).toEqual({ done: 1, failed: 1 });
});
