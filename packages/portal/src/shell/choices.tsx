import { LOCALE_COOKIE } from '@studyspot/api/locale';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const textSizes = ['regular', 'large'] as const;
export type TextSize = (typeof textSizes)[number];

/** Whether single keys do something. */
export const keyChoices = ['on', 'off'] as const;
export type KeyChoice = (typeof keyChoices)[number];

export const choiceCookies = {
  locale: LOCALE_COOKIE,
  theme: 'studyspot-theme',
  text: 'studyspot-text',
  keys: 'studyspot-keys',
  hiddenSteps: 'studyspot-steps',
} as const;

export const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const timeZone = 'Asia/Kolkata';

export function themeOf(cookie: string | undefined): Theme {
  return themes.find((theme) => theme === cookie) ?? 'system';
}

export function textSizeOf(cookie: string | undefined): TextSize {
  return textSizes.find((size) => size === cookie) ?? 'regular';
}

export function keyChoiceOf(cookie: string | undefined): KeyChoice {
  return keyChoices.find((choice) => choice === cookie) ?? 'on';
}
