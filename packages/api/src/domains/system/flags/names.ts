export const FLAG_KEYS = ['libraries.map', 'staff.phone_sign_in', 'display.dark'] as const;
