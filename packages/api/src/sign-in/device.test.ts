import { expect, test } from 'vitest';
import { isKnown, knowAccount, readDevice } from './device.ts';

const key = 'k'.repeat(40);

test('a device is known for the accounts that signed in on it, and for no others', () => {
  const first = knowAccount(key, null, 'a@b.in');
  const device = readDevice(key, first.value);
  expect(device?.id).toBe(first.id);
  expect([isKnown(key, device, 'a@b.in'), isKnown(key, device, 'c@d.in')]).toEqual([true, false]);
  const second = readDevice(key, knowAccount(key, device, 'c@d.in').value);
  expect([second?.id, isKnown(key, second, 'a@b.in'), isKnown(key, second, 'c@d.in')]).toEqual([first.id, true, true]);
});

test('a device cannot be made up', () => {
  const { value } = knowAccount(key, null, 'a@b.in');
  for (let at = 0; at < value.length; at++) {
    const changed = `${value.slice(0, at)}${value[at] === 'a' ? 'b' : 'a'}${value.slice(at + 1)}`;
    // The last letter holds spare bits: what reads the same is the same.
    if (at < value.length - 1) expect(readDevice(key, changed)).toBeNull();
  }
  expect(readDevice(`${key}x`, value)).toBeNull();
  expect(readDevice(key, null)).toBeNull();
});
