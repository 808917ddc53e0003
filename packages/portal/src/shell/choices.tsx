export const locales = ['en', 'hi'] as const;
export type Locale = (typeof locales)[number];

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const textSizes = ['regular', 'large'] as const;
export type TextSize = (typeof textSizes)[number];

export const choiceCookies = { locale: 'studyspot-locale', theme: 'studyspot-theme', text: 'studyspot-text' } as const;

export const timeZone = 'Asia/Kolkata';

export function localeOf(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const chosen = locales.find((locale) => locale === cookie);
  if (chosen) return chosen;
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first === 'hi' || first.startsWith('hi-') ? 'hi' : 'en';
}

export function themeOf(cookie: string | undefined): Theme {
  return themes.find((theme) => theme === cookie) ?? 'system';
}

export function textSizeOf(cookie: string | undefined): TextSize {
  return textSizes.find((size) => size === cookie) ?? 'regular';
}
