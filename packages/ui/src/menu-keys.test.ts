import { expect, it } from 'vitest';
import { entryFor } from './menu-keys.tsx';

const labels = ['Open', 'Open in a new tab', 'Suspend', 'खोलें'];

it('goes round by the arrows, and to both ends', () => {
  expect([-1, 0, 3].map((at) => entryFor('ArrowDown', at, labels))).toEqual([0, 1, 0]);
  expect([-1, 0, 3].map((at) => entryFor('ArrowUp', at, labels))).toEqual([3, 3, 2]);
  expect([entryFor('Home', 2, labels), entryFor('End', 0, labels)]).toEqual([0, 3]);
});

it('jumps to the next entry that begins with a letter, in either script and case', () => {
  expect(entryFor('o', -1, labels)).toBe(0);
  expect(entryFor('o', 0, labels)).toBe(1);
  expect(entryFor('O', 1, labels)).toBe(0);
  expect(entryFor('s', 3, labels)).toBe(2);
  expect(entryFor('ख', 0, labels)).toBe(3);
});

it('leaves every other key alone', () => {
  for (const key of ['x', ' ', 'Enter', 'Tab', 'Escape', 'ArrowLeft', 'F5'])
    expect(entryFor(key, 0, labels)).toBeNull();
  expect(entryFor('ArrowDown', -1, [])).toBeNull();
});
