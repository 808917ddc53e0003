import { ownerCallerFor } from '@studyspot/api/http/caller';
import { here } from '@studyspot/portal/shell/session';
import { headers } from 'next/headers';
import { cache } from 'react';

/** Who is here, with the calls of this portal. */
export const session = cache(async () => ({ api: ownerCallerFor(await headers()), ...(await here()) }));

export type Session = Awaited<ReturnType<typeof session>>;
