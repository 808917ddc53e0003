/** Whether each is on where nobody has switched it. */
export const FLAGS = { 'libraries.map': false, 'staff.phone_sign_in': false, 'display.dark': true } as const;

export type FlagKey = keyof typeof FLAGS;
export const FLAG_KEYS = Object.keys(FLAGS) as [FlagKey, ...FlagKey[]];
