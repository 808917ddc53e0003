'use server';

import { locales } from '@studyspot/api/locale';
import { cookies } from 'next/headers';
import { choiceCookies, textSizes, themes } from './choices.tsx';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const allowed = { locale: locales, theme: themes, text: textSizes } as const;

/** Language, theme and text size: kept in cookies of this browser, so they hold before anyone signs in. */
export async function chooseLook(form: FormData): Promise<void> {
  const jar = await cookies();
  for (const name of ['locale', 'theme', 'text'] as const) {
    const value = form.get(name);
    if (typeof value !== 'string' || !allowed[name].some((choice) => choice === value)) continue;
    jar.set(choiceCookies[name], value, { path: '/', sameSite: 'lax', maxAge: YEAR_SECONDS });
  }
}
