import { expect, test } from 'vitest';
import { isChanged, isOvertaken, keptDrafts, openDraft, typedValue, unsaved } from './setting-draft.ts';

const setting = { value: 'Thank you', version: 2 };
const draft = { text: 'Come again', version: 2, saved: false };

test('a text is one line, and a number only what is one', () => {
  expect(typedValue(' Come\n  again ', setting)).toBe('Come again');
  expect(typedValue('50', { value: 14, version: 0 })).toBe(50);
  expect(typedValue('', { value: 14, version: 0 })).toBeNaN();
  expect(typedValue('1.5', { value: 14, version: 0 })).toBeNaN();
});

test('what was saved stands in until the page has read it', () => {
  const saved = { ...draft, version: 3, saved: true };
  expect(openDraft(saved, setting)).toBe(saved);
  expect(isChanged(saved, setting)).toBe(false);
  expect(openDraft(saved, { value: 'Come again', version: 3 })).toBeNull();
});

test('a draft is overtaken where the setting became something else meanwhile', () => {
  expect(isOvertaken(draft, setting)).toBe(false);
  expect(isOvertaken(draft, { value: 'Bye', version: 3 })).toBe(true);
  expect(isOvertaken(draft, { value: 'Come again', version: 3 })).toBe(false);
  expect(isOvertaken(null, setting)).toBe(false);
});

test('only what was not saved is kept, and only drafts come back', () => {
  const saved = { ...draft, saved: true };
  expect(unsaved({ 'receipts.footer': draft, 'platform.notice': saved })).toEqual({ 'receipts.footer': draft });
  expect(keptDrafts({ 'receipts.footer': draft, other: 'text', 'platform.notice': { text: 1, version: 2 } })).toEqual({
    'receipts.footer': draft,
  });
});
