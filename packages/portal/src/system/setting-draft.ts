import type { OwnerOutputs } from '@studyspot/api/root';

export type Setting = OwnerOutputs['settings']['all'][number];
export type Put = Pick<Setting, 'key' | 'value' | 'version'>;

/** What somebody typed over a setting, and the version that it was typed over. */
export interface Draft {
  text: string;
  version: number;
  /** Sent and taken: it stands in until the page has read it. */
  saved: boolean;
}

export type Drafts = Readonly<Partial<Record<Setting['key'], Draft>>>;

type Known = Pick<Setting, 'value' | 'version'>;

export const textOf = (value: Setting['value']): string => String(value);

/** As its setting holds it; NaN where that is a number and the text is none. */
export function typedValue(text: string, { value }: Known): Setting['value'] {
  const lines = text.split('\n').map((line) => line.trim());
  const typed = lines.join(' ').trim();
  if (typeof value !== 'number') return typed;
  return /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
}

/** The draft that still stands over a setting, if any. */
export function openDraft(draft: Draft | undefined, setting: Known): Draft | null {
  return draft === undefined || (draft.saved && setting.version >= draft.version) ? null : draft;
}

export function isChanged(draft: Draft | null, setting: Known): draft is Draft {
  return draft !== null && !draft.saved && typedValue(draft.text, setting) !== setting.value;
}

/** Somebody else has put the setting since it was typed over. */
export const isOvertaken = (draft: Draft | null, setting: Known): boolean =>
  isChanged(draft, setting) && setting.version > draft.version;

/** Of what is drawn, what would be lost with the page. */
export const unsaved = (drafts: Drafts): Drafts =>
  Object.fromEntries(Object.entries(drafts).filter(([, draft]) => draft && !draft.saved));

/** What was kept on the device, as far as it is drafts; its settings may be others than those of today. */
export function keptDrafts(kept: Readonly<Record<string, unknown>>): Drafts {
  const entries = Object.entries(kept).flatMap(([key, one]) => {
    const { text, version } = typeof one === 'object' && one !== null ? (one as Partial<Draft>) : {};
    return typeof text === 'string' && typeof version === 'number' ? [[key, { text, version, saved: false }]] : [];
  });
  return Object.fromEntries(entries);
}
