'use client';

import { valueAt } from './value-at.tsx';

type Values = Readonly<Record<string, unknown>>;

/** The names that a page's fields hold otherwise than the form believes: someone was faster than the script. */
export function typedInPage(form: HTMLFormElement | null, values: Values): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const field of form?.elements ?? []) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      const now = valueAt(values, field.name.split('.'));
      if (Array.isArray(now)) {
        const ticked = (found[field.name] ?? now) as string[];
        if (field.checked === ticked.includes(field.value)) continue;
        found[field.name] = field.checked ? [...ticked, field.value] : ticked.filter((one) => one !== field.value);
      } else if (typeof now === 'boolean' && now !== field.checked) found[field.name] = field.checked;
    } else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      const now = valueAt(values, field.name.split('.'));
      if (field.name !== '' && typeof now === 'string' && now !== field.value) found[field.name] = field.value;
    }
  }
  return found;
}
