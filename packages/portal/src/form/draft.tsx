'use client';

const PREFIX = 'studyspot-draft:';
const LIFE_MS = 7 * 24 * 60 * 60 * 1000;
const PAUSE_MS = 800;

/** A field that differs from what the form was drawn with; `ticked` for boxes and radios, which are told by value. */
interface Typed {
  name: string;
  value: string;
  ticked?: boolean;
}

interface Draft {
  at: number;
  typed: Typed[];
}

let waiting: ReturnType<typeof setTimeout> | undefined;

const isBox = (field: HTMLInputElement) => field.type === 'checkbox' || field.type === 'radio';
const never = new Set(['password', 'hidden', 'submit', 'file']);

/** Null for what is as it was drawn: the record may have changed since, and a draft must not put the old one back. */
function typedIn(field: Element): Typed | null {
  if (field instanceof HTMLInputElement) {
    const { name, value } = field;
    if (name === '' || never.has(field.type)) return null;
    if (isBox(field)) return field.checked === field.defaultChecked ? null : { name, value, ticked: field.checked };
    return value === field.defaultValue ? null : { name, value };
  }
  if (field instanceof HTMLTextAreaElement) {
    return field.value === field.defaultValue ? null : { name: field.name, value: field.value };
  }
  if (field instanceof HTMLSelectElement) {
    const drawn = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex === Math.max(0, drawn) ? null : { name: field.name, value: field.value };
  }
  return null;
}

export function keepDraft(key: string, form: HTMLFormElement): void {
  clearTimeout(waiting);
  const typed = [...form.elements].map(typedIn).filter((found) => found !== null);
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), typed } satisfies Draft));
  } catch {
    // A full or forbidden store costs the draft, not the form.
  }
}

export function keepDraftSoon(key: string, form: HTMLFormElement): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => keepDraft(key, form), PAUSE_MS);
}

export function clearDraft(key: string): void {
  clearTimeout(waiting);
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was stored then.
  }
}

function isTyped(one: unknown): one is Typed {
  return (
    typeof one === 'object' &&
    one !== null &&
    'name' in one &&
    'value' in one &&
    typeof one.name === 'string' &&
    typeof one.value === 'string'
  );
}

/** What was kept, unless it is too old; whatever else may stand in the store is no draft. */
export function typedOf(stored: string | null, now: number): Typed[] {
  try {
    const draft = JSON.parse(stored ?? 'null') as { at?: unknown; typed?: unknown } | null;
    const at = typeof draft?.at === 'number' ? draft.at : 0;
    return Array.isArray(draft?.typed) && now - at < LIFE_MS ? draft.typed.filter(isTyped) : [];
  } catch {
    return [];
  }
}

function readDraft(key: string): Typed[] {
  try {
    return typedOf(localStorage.getItem(PREFIX + key), Date.now());
  } catch {
    // A forbidden store keeps nothing.
    return [];
  }
}

/** Puts what was typed over what the form was drawn with; says whether there was any. */
export function restoreDraft(key: string, form: HTMLFormElement): boolean {
  const typed = readDraft(key);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && isBox(field)) {
      const kept = typed.find(({ name, value }) => name === field.name && value === field.value);
      if (kept?.ticked !== undefined && field.checked !== kept.ticked) field.click();
    } else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      const kept = typed.find(({ name }) => name === field.name);
      if (kept && field.type !== 'hidden') field.value = kept.value;
    }
  }
  return typed.length > 0;
}
