import { describe, expect, test } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import hi from '../../messages/hi.json' with { type: 'json' };
import { permissions } from '../permissions/table.ts';
import { AppError } from './app-error.ts';
import { codes, outcomes } from './codes.ts';
import { errorData, fieldSentence } from './sentences.ts';

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => keysOf(item, `${path}/${key}`))
    : [path];

const blanksOf = (text: string): string[] => [...text.matchAll(/\{\w+(, number)?\}/g)].map(([blank]) => blank).sort();

describe('sentences', () => {
  test('both languages have the same keys', () => {
    expect(keysOf(hi)).toEqual(keysOf(en));
  });

  test('each code has a sentence in each language, and each sentence a code', () => {
    expect(Object.keys(codes)).toHaveLength(27);
    expect(Object.keys(en.errors)).toEqual(Object.keys(codes));
    for (const text of Object.values(hi.errors)) expect(text).toMatch(/\p{Script=Devanagari}/u);
    expect(new Set(Object.values(codes).map(({ number }) => number)).size).toBe(27);
    for (const { trpc } of Object.values(codes)) expect(outcomes[trpc].status).toBeGreaterThanOrEqual(400);
  });

  test('each permission is described in each language', () => {
    expect(Object.keys(en.permissions).sort()).toEqual(Object.keys(permissions).sort());
  });

  test('a field sentence has the same blanks in both languages', () => {
    const texts: Record<string, string> = hi.fields;
    for (const [key, text] of Object.entries(en.fields)) expect(blanksOf(texts[key] ?? '')).toEqual(blanksOf(text));
  });

  test('blanks are filled, unknown keys fall back to a plain request', () => {
    expect(fieldSentence('tooShort', { minimum: 8 }, 'en')).toBe('At least 8 characters are needed.');
    expect(fieldSentence('tooBig', { maximum: 10_000 }, 'en')).toBe('This must be at most 10,000.');
    expect(fieldSentence('constructor', {}, 'en')).toBe(en.fields.invalid);
  });

  test('the body holds what the contract names and nothing of the cause', () => {
    const cause = new Error('select * from users where password');
    const error = new AppError('validation', { cause, fields: [{ path: 'name', message: 'required' }] });
    expect(errorData(error, { id: 'r1', locale: 'hi' })).toEqual({
      number: 2001,
      name: 'validation',
      sentence: hi.errors.validation,
      fields: [{ path: 'name', message: hi.fields.required }],
      requestId: 'r1',
    });
  });
});
