export const CONSENT_PURPOSES = ['records', 'messages', 'guardian', 'photo'] as const;
export const CONSENT_WAYS = ['form', 'paper', 'message'] as const;
/** Each wording that was ever asked for, the present one first. A text that changes is a wording of its own. */
export const CONSENT_WORDINGS = ['2026-11'] as const;
