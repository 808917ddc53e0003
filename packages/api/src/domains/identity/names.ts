export const LETTER_PURPOSES = ['reset', 'device', 'verify', 'email', 'passwordChanged', 'emailChanged'] as const;
export const LETTER_FATES = ['sent', 'address', 'refused', 'unsure', 'away'] as const;

/** Where customers write while the platform has set nothing else. */
export const SUPPORT_EMAIL = 'support@studyspot.com';
