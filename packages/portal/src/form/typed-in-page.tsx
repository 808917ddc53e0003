'use client';

import { valueAt } from './value-at.tsx';

type Values = Readonly<Record<string, unknown>>;

/** A field that holds something else than the form was drawn with: someone was faster than the script. */
export interface Early {
  name: string;
  value: string | boolean;
  /** Of a list in one field: which of its values was ticked, or not any more. */
  of?: string;
}

export function typedInPage(form: HTMLFormElement | null, drawn: Values): Early[] {
  return [...(form?.elements ?? [])].flatMap((field) => earlyIn(field, drawn));
}

function earlyIn(field: Element, drawn: Values): Early[] {
  // It shows a word for what the form holds, and is never drawn before the script.
  if (field.role === 'combobox') return [];
  const name = field.getAttribute('name') ?? '';
  const was = valueAt(drawn, name.split('.'));
  if (field instanceof HTMLInputElement && field.type === 'checkbox') {
    const { checked, value } = field;
    if (Array.isArray(was)) return was.includes(value) === checked ? [] : [{ name, value: checked, of: value }];
    return typeof was === 'boolean' && was !== checked ? [{ name, value: checked }] : [];
  }
  const isField =
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement;
  return isField && typeof was === 'string' && was !== field.value ? [{ name, value: field.value }] : [];
}

/** What the field holds with that in it. */
export function withEarly({ value, of }: Early, now: unknown): unknown {
  if (of === undefined) return value;
  const others = (Array.isArray(now) ? now : []).filter((one) => one !== of);
  return (value ? [...others, of] : others).sort();
}
