import type { AbstractIntlMessages } from 'next-intl';

/**
 * What is said alike of every kind of record stands once, in the group `usual`. A group that counts its records says only
 * what it says otherwise.
 */
export function withUsualWords({ usual, ...groups }: AbstractIntlMessages): AbstractIntlMessages {
  if (typeof usual !== 'object') return groups;
  const whole = Object.entries(groups).map(([name, group]) => {
    const { title, count } = typeof group === 'object' ? group : {};
    if (typeof group !== 'object' || title === undefined || count === undefined) return [name, group] as const;
    return [name, { ...usual, back: title, ...group }] as const;
  });
  return Object.fromEntries(whole);
}
