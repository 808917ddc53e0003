import { expect, it } from 'vitest';
import { stateOfPin } from './states.ts';

it.each([
  ['302017', 'RJ'],
  ['226 001', 'UP'],
  ['३२४००५', 'RJ'],
  ['248001', 'UK'],
  ['110001', 'DL'],
  ['403001', 'GA'],
  ['400001', 'MH'],
  ['737101', 'SK'],
  ['194101', 'LA'],
  ['834001', 'JH'],
  ['800001', 'BR'],
  ['695001', 'KL'],
])('finds the state of %s', (pincode, state) => {
  expect(stateOfPin(pincode)).toBe(state);
});

it('does not guess where two states share the figures, nor of the army, nor of what is no PIN code', () => {
  for (const pincode of ['244713', '605001', '160001', '362520', '900001', '30201', '3020177', 'abcdef', '']) {
    expect(stateOfPin(pincode)).toBeNull();
  }
});
