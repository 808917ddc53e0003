import { randomUUID } from 'node:crypto';

/** A source of numbers that gives the same calls for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: () => number, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** Stands for a number that JSON can hold and JavaScript cannot. */
export const RAW_NUMBER = 'raw-number:';

const deep = (levels: number): unknown => (levels === 0 ? 'x' : { a: [deep(levels - 1)] });

/** Refused before or by the schema. */
export const brokenValues: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  '',
  'no\u0000ne',
  '\ud800',
  'a\udfffb',
  [],
  {},
  [[[[]]]],
  { toString: 'x' },
  { length: 5 },
  ['x', null],
  [{ id: 1 }],
  'x'.repeat(100_000),
  `${RAW_NUMBER}9223372036854775808`,
  `${RAW_NUMBER}-9223372036854775809`,
  `${RAW_NUMBER}1e999`,
  `${RAW_NUMBER}9007199254740993`,
  deep(30),
  Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index])),
  Array.from({ length: 2_000 }, () => 'x'),
];

/** Text that many a schema lets through. */
const texts: readonly string[] = [
  "'; drop table users; --",
  "' or '1'='1",
  '%',
  '_%\\',
  '\\',
  '$1',
  '#{7*7}',
  '{{constructor}}',
  '<script>alert(1)</script>',
  '=cmd|calc',
  '../../etc/passwd',
  'राम श्याम',
  '👩🏽‍🎓👩🏽‍🎓',
  'a\u0301\u0301\u0301\u0301',
  '\u202Eabc',
  '\uFEFFabc',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  'constructor',
  '__proto__',
  'ﷺ'.repeat(15),
  'x'.repeat(80),
  'x'.repeat(100),
  'x'.repeat(300),
  '2026-02-30T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
];

const addresses: readonly string[] = [
  'nobody@example.test',
  "o'brien@example.test",
  'a+b@sub.example.co.in',
  `${'x'.repeat(60)}@${'y'.repeat(60)}.example`,
  'OWNER.B@EXAMPLE.TEST',
];

const phones: readonly string[] = [
  ...['+91 98290 11223', '098290-11223', '(0141) 234-5678', '९८२९० ११२२३', '7000000000'],
  '\u202a+91 98290 11224\u202c',
];

const marks = [null, 'not a date', 'infinity', '999999-01-01', '', '\u0000', "'", '1', '-infinity', 'x'.repeat(200)];

const cursor = (random: () => number): string => {
  const by = pick(random, ['name', 'createdAt', 'city', 'status', 'at', 'occurredAt', 'constructor']);
  if (random() < 0.1)
    return Buffer.from(JSON.stringify([pick(random, ['first', 'last', 'middle']), by])).toString('base64url');
  const parts = [pick(random, ['after', 'before', 'sideways']), by, pick(random, marks), randomUUID()];
  return Buffer.from(JSON.stringify(random() < 0.8 ? parts : parts.slice(1))).toString('base64url');
};

const ids = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** Values of the form that the example has: they go past the schema and meet the verb. */
export function formFit(random: () => number, name: string, value: unknown, foreign: readonly string[]): unknown {
  if (name === 'cursor') return cursor(random);
  if (typeof value === 'number') return pick(random, [1, 2, 3, 7, 50, 100, 999, 2_147_483_647]);
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return value;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value)) {
    const other = pick(random, [randomUUID(), ...ids, ...foreign]);
    return random() < 0.1 ? other.toUpperCase() : other;
  }
  if (value.includes('@')) return pick(random, addresses);
  if (/^[+\d][\d\s-]{8,}$/.test(value) && random() < 0.7) return pick(random, phones);
  if (/^[\w-]{43}$/.test(value))
    return Buffer.from(randomUUID() + randomUUID())
      .toString('base64url')
      .slice(0, 43);
  return pick(random, texts);
}

/** Further fields that a list or an optional part of the input may have. */
export const furtherFields = (random: () => number): Record<string, unknown> => ({
  cursor: cursor(random),
  limit: pick(random, [1, 100, 20]),
  filters: { q: pick(random, texts), city: pick(random, texts), who: pick(random, texts) },
  sort: { by: pick(random, ['name', 'createdAt', 'city', 'status']), descending: random() < 0.5 },
});
