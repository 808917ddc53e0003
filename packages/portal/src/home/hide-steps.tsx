'use server';

import { cookies } from 'next/headers';
import { choiceCookies, YEAR_SECONDS } from '../shell/choices.tsx';
import { here } from '../shell/session.tsx';

/** On this device, and for this business alone: the next one begins anew. */
export async function hideSteps(): Promise<void> {
  const [jar, { tenant }] = await Promise.all([cookies(), here()]);
  jar.set(choiceCookies.hiddenSteps, tenant.id, { path: '/', sameSite: 'lax', maxAge: YEAR_SECONDS });
}
