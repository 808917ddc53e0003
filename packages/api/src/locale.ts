export const locales = ['en', 'hi'] as const;
export type Locale = (typeof locales)[number];

export const LOCALE_COOKIE = 'studyspot-locale';

const isLocale = (value: string | null | undefined): value is Locale => locales.some((locale) => locale === value);

/** The person's own choice, else the first language of the browser that we speak. */
export function localeOf(chosen: string | null | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? '').slice(0, 200).toLowerCase().split(',');
  return wanted.map((part) => part.trim().split(/[-;]/, 1)[0]).find(isLocale) ?? 'en';
}
