'use client';

import type { FieldRow } from '../form/field-rows.tsx';
import { hoursOf, type TypedDay, typedWeek, type Week } from './hours.tsx';
import { WeekFields } from './week-fields.tsx';

/** Hours of a week. */
export const week = (): FieldRow<Week, TypedDay[]> => ({
  wide: true,
  start: (held) => typedWeek(held as Week | undefined),
  read: hoursOf,
  draw: (name) => <WeekFields name={name} />,
});
