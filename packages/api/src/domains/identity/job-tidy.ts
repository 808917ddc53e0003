import { sql } from '@studyspot/db/query';
import * as z from 'zod/mini';
import { beginJob } from '../../work/begin-job.ts';
import { job } from '../../work/say.ts';

const AT_ONCE = 200;

const removed = z.object({
  tokens: z._default(z.number(), 0),
  sessions: z._default(z.number(), 0),
  keys: z._default(z.number(), 0),
  notices: z._default(z.number(), 0),
});
const step = z.object({ ...removed.shape, after: z.nullable(z.string()), more: z.boolean() });

/**
 * Removes what must go in time, in small steps that each stand by themselves, so that no call waits for it: kept answers
 * and one-time tokens after a day, sessions after thirty, notices after ninety.
 */
export const jobTidy = job({
  payload: z.object({ ...removed.shape, after: z._default(z.nullable(z.string()), null) }),
  queue: 'bulk',
  priority: 10,
  async run(scope, so) {
    const [row] = await scope.db.run(sql`select identity.tidy(${so.after}::uuid, ${AT_ONCE}) as step`);
    const found = step.safeParse(row?.['step']);
    // Another is at it.
    if (!found.success) return undefined;
    const { after, more, ...gone } = found.data;
    const all = {
      tokens: so.tokens + gone.tokens,
      sessions: so.sessions + gone.sessions,
      keys: so.keys + gone.keys,
      notices: so.notices + gone.notices,
    };
    if (more) await beginJob(scope, 'jobTidy', jobTidy, { ...all, after });
    if (more) return undefined;
    return `removed ${all.tokens} tokens, ${all.sessions} sessions, ${all.keys} kept answers and ${all.notices} notices`;
  },
});
