import { toE164 } from '@studyspot/api/phone-number';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { phoneText, whatsAppOf } from './phone.tsx';

it('groups mobile numbers and the area codes of two digits', () => {
  expect(phoneText('+919876543210')).toBe('+91 98765 43210');
  expect(phoneText('+911123456789')).toBe('+91 11 2345 6789');
  expect(phoneText('+911412345678')).toBe('+91 14123 45678');
});

it('leaves alone what is no Indian number', () => {
  for (const text of ['', '98765', '+4930123456', '+9198765432101', 'none']) expect(phoneText(text)).toBe(text);
});

it('shows each number in a form that is read back as the same', () => {
  const digits = fc.stringMatching(/^[1-9]\d{9}$/).map((national) => `+91${national}`);
  fc.assert(
    fc.property(digits, (number) => {
      expect(toE164(phoneText(number))).toBe(number);
    }),
  );
});

it('leads to WhatsApp where the number may be one of a mobile phone', () => {
  expect(whatsAppOf('+919876543210')).toBe('https://wa.me/919876543210');
  for (const text of ['', '9876543210', '+911412345678', '+91987654321', '+4917612345678']) {
    expect(whatsAppOf(text)).toBeNull();
  }
});
