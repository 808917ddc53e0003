import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letter } from './letter.ts';
import { shownName } from './shown-name.ts';

test.each([
  'Meena Joshi',
  'Dr. A. P. J. Abdul Kalam',
  "O'Brien & Sons (Kota)",
  'Shri Krishna Study Library and Reading Room',
  'Prof. Rao',
  'ज्ञान पुस्तकालय',
  'അവന്\u200d',
  'Library 24-7',
])('%s is shown as it is', (name) => {
  expect(shownName(name)).toBe(name);
});

test.each([
  ['St.Xavier Library', 'St. Xavier Library'],
  ['Shop/Office', 'Shop Office'],
  ['Gyan_Library, Jaipur', 'Gyan Library Jaipur'],
])('%s is shown as %s', (name, shown) => {
  expect(shownName(name)).toBe(shown);
});

test.each([
  'Click http://evil.example now',
  'evil.com',
  'Go to evil．com',
  'WWW.evil.example',
  'write to me@evil.example',
  'Call 98765 43210',
  'You have won! Open the link',
  'Your account is closed. Open the link below',
  'आपका खाता बंद है। लिंक खोलें',
  'you have been chosen and must open the link below',
  '\u200d\u200d',
  '123',
])('"%s" is no name', (name) => {
  expect(shownName(name)).toBeNull();
});

const words = fc.constantFrom(
  'http://',
  'evil',
  '.',
  'com',
  'www.',
  '@',
  ' ',
  '/',
  'Meena',
  '?token=',
  'ज्ञान',
  '\n',
  '<a>',
);
const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(words, { maxLength: 12 }).map((all) => all.join('')),
);

test('whatever a tenant or a person is called, a letter holds one link, its own', () => {
  fc.assert(
    fc.property(names, names, fc.constantFrom('en' as const, 'hi' as const), (tenant, name, locale) => {
      const link = 'https://portal.example/invitation';
      const { subject, text, html } = letter(
        'invitation',
        { email: 'a@b.example', name, locale },
        { link, tenant, minutes: 60 },
      );
      for (const part of [subject, text.replace(link, ''), html?.replace(`href="${link}"`, '') ?? '']) {
        expect(part).not.toMatch(/:\/\/|www\.|@|[\p{L}\p{N}]\.[\p{L}\p{N}]{2}(?![^<]*>)/iu);
      }
      expect([...subject].length).toBeLessThan(120);
    }),
    { numRuns: 2_000 },
  );
});
