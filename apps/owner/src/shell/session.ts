import { ownerCallerFor } from '@studyspot/api/http/caller';
import { loaderOf } from '@studyspot/portal/data/load';
import { insidePages } from '@studyspot/portal/page/inside-page';
import { here } from '@studyspot/portal/shell/session';
import { headers } from 'next/headers';
import { cache } from 'react';

/** Who is here, with the reads of this portal. */
export const session = cache(async () => ({ load: loaderOf(ownerCallerFor(await headers())), ...(await here()) }));

export const page = insidePages(session);
