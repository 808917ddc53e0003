import type { InputHTMLAttributes } from 'react';
import { phoneText } from '../phone.tsx';
import { numberOf } from './number-of.tsx';

/** What is typed, wherever it is typed. */
export interface Kind<Value> {
  /** What the field begins with, from what the record holds there. */
  start: (held: unknown) => string;
  read: (typed: string) => Value;
  box: InputHTMLAttributes<HTMLInputElement>;
}

const plain = (held: unknown) => (typeof held === 'string' || typeof held === 'number' ? String(held) : '');
const asTyped = (typed: string) => typed;

export const kinds = {
  text: { start: plain, read: asTyped, box: {} },
  phone: { start: (held) => phoneText(plain(held)), read: asTyped, box: { type: 'tel', inputMode: 'tel' } },
  // NaN for an empty box: the schema then says that it is required.
  whole: { start: plain, read: (typed) => numberOf(typed) ?? Number.NaN, box: { inputMode: 'numeric' } },
} as const satisfies Record<string, Kind<string | number>>;
