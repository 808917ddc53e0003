/** Where customers write while the platform has set nothing else. */
export const SUPPORT_EMAIL = 'support@studyspot.com';
