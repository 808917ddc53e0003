'use client';

import { type FieldRow, text } from '@studyspot/portal/form/field-rows';
import { timeZone } from '@studyspot/portal/shell/choices';

const here = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** A day and a time by India's clock, wherever it is typed. */
export const moment = (): FieldRow<string> => ({
  ...text({ type: 'datetime-local' }),
  start: (held) => (typeof held === 'string' ? here.format(new Date(held)).replace(' ', 'T') : ''),
  read: (typed) => (typed === '' ? '' : `${typed}:00+05:30`),
});
