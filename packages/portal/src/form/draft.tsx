'use client';

const PREFIX = 'studyspot-draft:';
const LIFE_MS = 7 * 24 * 60 * 60 * 1000;
const PAUSE_MS = 800;

interface Draft {
  at: number;
  fields: Array<[name: string, value: string]>;
}

let waiting: ReturnType<typeof setTimeout> | undefined;

function isSecret(form: HTMLFormElement, name: string): boolean {
  return form.querySelector(`input[type="password"][name="${CSS.escape(name)}"]`) !== null;
}

export function keepDraft(key: string, form: HTMLFormElement): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const fields: Draft['fields'] = [];
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && !isSecret(form, name)) fields.push([name, value]);
    }
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), fields } satisfies Draft));
    } catch {
      // A full or forbidden store costs the draft, not the form.
    }
  }, PAUSE_MS);
}

export function clearDraft(key: string): void {
  clearTimeout(waiting);
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was stored then.
  }
}

function readDraft(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Draft | null;
    return draft && Date.now() - draft.at < LIFE_MS ? draft : null;
  } catch {
    return null;
  }
}

/** Puts the draft's values into the form; says whether there was one. */
export function restoreDraft(key: string, form: HTMLFormElement): boolean {
  const draft = readDraft(key);
  if (!draft) return false;
  const values = new Map<string, string[]>();
  for (const [name, value] of draft.fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
      const ticked = values.get(field.name)?.includes(field.value) ?? false;
      if (field.checked !== ticked) field.click();
    } else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      const value = values.get(field.name)?.[0];
      if (value !== undefined && field.type !== 'hidden') field.value = value;
    }
  }
  return true;
}
