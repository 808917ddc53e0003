import { countText } from '../count.tsx';
import { dayText } from '../day.tsx';
import { phoneText } from '../phone.tsx';

/** The word that stands at a path of the messages; null where none does. */
export type Say = (path: string) => string | null;

/** What keeps rows in order tells a person nothing. */
const inner: ReadonlySet<string> = new Set(['id', 'tenantId', 'homeId', 'version', 'updatedBy', 'userId', 'siblingNo']);

export const isTold = ({ field }: { field: string }): boolean => !inner.has(field);

/** A field that nobody has named yet is said as the trail spells it, in words. */
export function fieldText(say: Say, words: string, field: string): string {
  return (
    say(`timeline.fields.${field}`) ?? say(`${words}.${field}`) ?? field.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
  );
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const phone = /^\+91\d{10}$/;
const word = /^\w+(:\w+)?$/;
const whole = /^\d{1,15}$/;
// Figures in these are no counts: grouped, nobody would know them again.
const texts: ReadonlySet<string> = new Set(['pincode', 'code', 'name', 'slug', 'address', 'city', 'managerName']);

/** A value as its reader says it: the word of a status, a phone number in its groups, a day, a count. */
export function valueText(say: Say, locale: string, { words, field }: Named, value: string | null): string {
  if (value === null || value === '') return say('timeline.values.none') ?? '';
  if (moment.test(value)) return dayText(locale, value);
  if (phone.test(value)) return phoneText(value);
  if (whole.test(value)) return texts.has(field) ? value : countText(Number(value));
  if (!word.test(value)) return value;
  const paths = [
    // as its own domain says it: status under statuses, amenities under amenities
    ...['s', 'es', ''].map((plural) => `${words}.${field}${plural}.${value}`),
    ...(field === 'state' ? [`regions.${value}`] : []),
    ...(value.includes(':') ? [`permissions.${value}`] : []),
    ...(value.length > 1 ? [`timeline.values.${value}`] : []),
  ];
  for (const path of paths) {
    const said = say(path);
    if (said !== null) return said;
  }
  return value;
}

interface Named {
  words: string;
  field: string;
}

/** The texts of a list; null for anything else. */
function textsOf(value: string | null): string[] | null {
  if (value === null) return [];
  if (!value.startsWith('[')) return null;
  const list: unknown = JSON.parse(value);
  return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : null;
}

/** What a list has gained and lost; null where it is no list of texts. */
export function listChange(before: string | null, after: string | null): { gained: string[]; lost: string[] } | null {
  const [was, became] = [textsOf(before), textsOf(after)];
  if (was === null || became === null || (before ?? after) === null) return null;
  return {
    gained: became.filter((item) => !was.includes(item)),
    lost: was.filter((item) => !became.includes(item)),
  };
}
