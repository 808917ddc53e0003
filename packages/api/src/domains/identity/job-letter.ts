import { letterDone, letterDue } from '@studyspot/db/letters';
import * as z from 'zod/mini';
import { letter } from '../../letters/letter.ts';
import { post } from '../../letters/post.ts';
import { newToken } from '../../one-time-token.ts';
import { linkTo } from '../../sign-in/links.ts';
import { mailRetry } from '../../work/retry.ts';
import { outsideJob, type Trying } from '../../work/say.ts';

type Due = NonNullable<Awaited<ReturnType<typeof letterDue>>>;

/** The link that a letter holds: its own, or where whoever did not ask for what has happened can act. */
async function linkOf({ purpose, portal, request }: Due, { urls, arm }: Trying['services']): Promise<string> {
  const url = urls[portal];
  if (purpose === 'passwordChanged') return `${url}/forgot`;
  if (purpose === 'emailChanged') return url;
  const { token, tokenHash } = newToken();
  if (!(await arm(request ?? '', tokenHash))) throw new Error('the link of a letter was asked for too long ago');
  return linkTo(url, purpose, token);
}

/** What was asked for at the door, and what a person must know about their own account. */
export const jobLetter = outsideJob({
  payload: z.object({ letter: z.guid() }),
  retry: mailRetry,
  async prepare({ db }, { letter: id }) {
    const due = await letterDue(db, id);
    return due && { id, due };
  },
  async call({ id, due }, trying) {
    const { purpose, address, minutes } = due;
    const link = await linkOf(due, trying.services);
    return post({ id, ...letter(purpose, due, { link, address, minutes: minutes ?? 0 }) }, trying);
  },
  record: ({ db }, fate, { id }) => letterDone(db, id, fate),
  gaveUp: ({ db }, { id }) => letterDone(db, id, 'away'),
});
