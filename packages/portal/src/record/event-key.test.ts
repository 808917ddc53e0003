import { expect, test } from 'vitest';
import { eventKey } from './event-key.tsx';

const words = { has: (key: string) => ['hall.created', 'usual.created', 'usual.updated', 'other'].includes(key) };

test.each([
  ['its own', 'hall.created', 'hall.created'],
  ['the usual of what was done', 'hall.updated', 'usual.updated'],
  ['any other', 'hall.painted', 'other'],
])('an event is said by %s words', (_, name, key) => {
  expect(eventKey(words, name)).toBe(key);
});
