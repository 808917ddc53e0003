/** What each portal's page of settings shows, topic by topic. */
export const BUSINESS_SETTINGS = {
  language: ['display.locale'],
  receipts: ['receipts.footer'],
} as const;
export const PLATFORM_SETTINGS = {
  contact: ['platform.support_email', 'platform.notice'],
  trials: ['platform.trial_days'],
  approval: ['platform.approve_libraries'],
} as const;
