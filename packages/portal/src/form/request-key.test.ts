import { requestKey } from '@studyspot/api/fields';
import { afterEach, expect, test, vi } from 'vitest';
import { newKey } from './request-key.tsx';

afterEach(() => vi.unstubAllGlobals());

test('a key is made where the browser has no randomUUID, and never twice', () => {
  const { crypto } = globalThis;
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) });
  const keys = Array.from({ length: 500 }, newKey);
  for (const key of keys) expect(requestKey.parse(key)).toBe(key);
  expect(new Set(keys).size).toBe(500);
});
