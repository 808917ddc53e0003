'use client';

const PREFIX = 'studyspot-draft:';
const LIFE_MS = 7 * 24 * 60 * 60 * 1000;
/** When drafts went last: what stood open before is theirs who signed out. */
const SIGNED_OUT_AT = 'studyspot-signed-out-at';
const openedAt = Date.now();

/** Fields by name that differ from what the form was drawn with. */
export type Typed = Readonly<Record<string, unknown>>;

export function keepDraft(key: string, typed: Typed): void {
  try {
    if (Number(localStorage.getItem(SIGNED_OUT_AT)) > openedAt) return;
    if (Object.keys(typed).length === 0) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), typed }));
  } catch {
    // A full or forbidden store costs the draft, not the form.
  }
}

/** What was kept, unless it is too old; whatever else may stand in the store is no draft. */
export function typedOf(stored: string | null, now: number): Typed {
  try {
    const draft = JSON.parse(stored ?? 'null') as { at?: unknown; typed?: unknown } | null;
    const at = typeof draft?.at === 'number' ? draft.at : 0;
    const { typed } = draft ?? {};
    return typeof typed === 'object' && typed !== null && !Array.isArray(typed) && now - at < LIFE_MS
      ? Object.fromEntries(Object.entries(typed))
      : {};
  } catch {
    return {};
  }
}

export function readDraft(key: string): Typed {
  try {
    return typedOf(localStorage.getItem(PREFIX + key), Date.now());
  } catch {
    // A forbidden store keeps nothing.
    return {};
  }
}

/** Of everyone who used this device: they go at sign-out. */
export function forgetDrafts(): void {
  try {
    localStorage.setItem(SIGNED_OUT_AT, String(Date.now()));
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Nothing was stored then.
  }
}
