'use server';

import { type Locale, locales } from '@studyspot/api/locale';
import { cookies } from 'next/headers';
import { choiceCookies, keyChoices, textSizes, themes, YEAR_SECONDS } from './choices.tsx';
import { caller, isSignedIn } from './session.tsx';

const allowed = { locale: locales, theme: themes, text: textSizes, keys: keyChoices } as const;

/** Language, theme, text size and keys: kept in cookies of this browser, so they hold before anyone signs in. */
export async function chooseLook(form: FormData): Promise<void> {
  const jar = await cookies();
  for (const name of ['locale', 'theme', 'text', 'keys'] as const) {
    const value = form.get(name);
    if (typeof value !== 'string' || !allowed[name].some((choice) => choice === value)) continue;
    jar.set(choiceCookies[name], value, { path: '/', sameSite: 'lax', maxAge: YEAR_SECONDS });
  }
  const locale = locales.find((one) => one === form.get('locale'));
  if (locale && (await isSignedIn())) await keepLanguage(locale);
}

/** With the person too: what is mailed to them knows no browser. */
async function keepLanguage(locale: Locale): Promise<void> {
  const { identity } = await caller();
  const { name, phone } = await identity.me();
  await identity.updateProfile({ name, phone, locale });
}
