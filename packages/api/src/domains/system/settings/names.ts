/** What each portal's page of settings shows, topic by topic. */
export const LIBRARY_SETTINGS = {
  language: ['display.locale'],
  receipts: ['receipts.footer'],
  libraries: ['libraries.default_capacity'],
} as const;
export const PLATFORM_SETTINGS = {
  contact: ['platform.support_email', 'platform.notice'],
  trials: ['platform.trial_days'],
} as const;
