import { permissionsOf } from '../../permissions/table.ts';
import type { Seen } from '../../procedures/timeline.ts';
import { masked } from './rules.ts';

interface Person {
  role: string;
  added: readonly string[];
  removed: readonly string[];
}

export const mayReadNumbers = (actor: Person): boolean => permissionsOf(actor).includes('students:phones');

interface Numbers {
  phone: string;
  otherPhone?: string | null;
  guardianPhone?: string | null;
}

/** A student as somebody may see them: where numbers are not for their eyes, they leave hidden. */
export function seenBy<Row extends Numbers>(actor: Person, row: Row): Row {
  if (mayReadNumbers(actor)) return row;
  const { phone, otherPhone, guardianPhone } = row;
  return {
    ...row,
    phone: masked(phone),
    ...(otherPhone && { otherPhone: masked(otherPhone) }),
    ...(guardianPhone && { guardianPhone: masked(guardianPhone) }),
  };
}

const NUMBERS: ReadonlySet<string> = new Set(['phone', 'otherPhone', 'guardianPhone'] satisfies (keyof Numbers)[]);

/** The same of what the trail says about one. */
export const changeSeenBy: Seen = (actor) => {
  const hidden = (value: string | null) => value && masked(value);
  return mayReadNumbers(actor)
    ? (change) => change
    : ({ field, before, after }) =>
        NUMBERS.has(field) ? { field, before: hidden(before), after: hidden(after) } : { field, before, after };
};
