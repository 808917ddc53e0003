// Form fields that several domains share. Isomorphic: imports zod/mini alone.
// An issue's message is a key ('phone', 'pincode', …); the sentence stands in the message files.
import * as z from 'zod/mini';
import { latinDigits } from './latin-digits.ts';
import { toE164 } from './phone-number.ts';
import { STATES } from './states.ts';

// Postgres stores no NUL, and a lone surrogate or a control character is never typed on purpose.
function isPlainText(text: string): boolean {
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point === 0x7f || (point < 0x20 && point !== 0x0a && point !== 0x0d && point !== 0x09)) return false;
    if (point >= 0xd800 && point <= 0xdfff) return false;
  }
  return true;
}

// A joiner has its place behind a letter of these scripts and inside of an emoji, which may also ask for its colours.
const joined =
  /[\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Arab}]\p{Join_C}|(?:\p{ExtPict}\ufe0f?|\p{EMod})\u200d(?=\p{ExtPict})|\p{ExtPict}\ufe0f/gu;
const unseen = /[\p{DI}\p{Bidi_C}\u2028\u2029\u2800]/u;

/** Nothing that hides or turns round what stands beside it, and something to be seen: two names must not look the same. */
function isSeen(text: string): boolean {
  return text === '' || (!unseen.test(text.replace(joined, 'x')) && /[\p{L}\p{N}\p{P}\p{S}]/u.test(text));
}

/** Stands before all that reads a text: a body brings 250,000 characters. Only trim and toLowerCase may stand before it. */
export const atMost = (max: number) => z.maxLength(max, { abort: true });

export function line(max: number, min = 1) {
  return z.string().check(
    z.trim(),
    atMost(max),
    z.minLength(min),
    z.refine((text) => isPlainText(text) && !/[\r\n\t]/.test(text), { error: 'text', abort: true }),
    z.refine(isSeen, { error: 'unseen' }),
  );
}

export function paragraph(max: number, min = 1) {
  return z
    .string()
    .check(
      z.trim(),
      atMost(max),
      z.minLength(min),
      z.refine(isPlainText, { error: 'text', abort: true }),
      z.refine(isSeen, { error: 'unseen' }),
    );
}

export function optionalLine(max: number) {
  return z.pipe(
    z.nullable(line(max, 0)),
    z.transform((text) => (text === '' ? null : text)),
  );
}

export const email = z
  .string()
  .check(z.trim(), z.toLowerCase(), atMost(254), z.minLength(1), z.email(), z.refine(isPlainText, { error: 'text' }));

export const optionalEmail = z.pipe(
  z
    .nullable(z.string().check(z.trim(), atMost(254)))
    .check(z.refine((text) => isBlank(text) || email.safeParse(text).success, { error: 'email' })),
  z.transform((text) => text?.trim().toLowerCase() || null),
);

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

export const phone = z.pipe(
  z.string().check(
    atMost(30),
    z.minLength(1),
    z.refine((text) => toE164(text) !== null, { error: 'phone' }),
  ),
  z.transform((text) => toE164(text) ?? text),
);

export const optionalPhone = z.pipe(
  z
    .nullable(z.string().check(atMost(30)))
    .check(z.refine((text) => isBlank(text) || toE164(text ?? '') !== null, { error: 'phone' })),
  z.transform((text) => toE164(text ?? '')),
);

export const pincode = z.pipe(
  z.string().check(
    atMost(12),
    z.minLength(1),
    z.refine((text) => /^\s*[1-9]\d{2}\s?\d{3}\s*$/.test(latinDigits(text)), { error: 'pincode' }),
  ),
  z.transform((text) => latinDigits(text).replace(/\s/g, '')),
);

const inIndia = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' });

/** The day that it is in India, as 2026-03-05. */
export const indianDay = (at: Date): string => inIndia.format(at);

/** What is kept of the number on a card that was shown. */
export const lastFour = z.pipe(
  z
    .nullable(z.string().check(z.trim(), atMost(4)))
    .check(z.refine((text) => !text || /^[0-9A-Za-z]{4}$/.test(latinDigits(text)), { error: 'last4' })),
  z.transform((text) => (text ? latinDigits(text).toUpperCase() : null)),
);

export const position = z.object({
  latitude: z.number().check(z.gte(-90), z.lte(90)),
  longitude: z.number().check(z.gte(-180), z.lte(180)),
});

const MOST_PAISE = 100_000_000_000;
// A sum; what is typed with more than two decimals is none of whole paise.
export const paise = z.number({ error: 'rupees' }).check(
  z.refine((sum) => Number.isInteger(sum), { error: 'paise', abort: true }),
  z.minimum(0, { error: 'rupees' }),
  z.maximum(MOST_PAISE, { error: 'numberRange' }),
);

// What is typed into a search box; an empty one does not filter.
export function search(max: number) {
  return z.optional(z.string().check(z.trim(), atMost(max), z.refine(isPlainText, { error: 'text' })));
}

export const state = z.enum(STATES);

export const clock = z.string().check(atMost(5), z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'time' }));
// A close before the open means the next morning; open all day is 00:00 to 24:00.
const dayHours = z
  .object({
    open: clock,
    close: z.string().check(atMost(5), z.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'time' })),
  })
  .check(z.refine((day) => day.open !== day.close, { error: 'hours', path: ['close'] }));
// From Monday on; null is closed.
export const weekHours = z.array(z.nullable(dayHours)).check(z.length(7));

// One spelling of an id, whatever case it was sent in: it may become a claim.
export const id = z.guid().check(z.toLowerCase());
export const version = z.int().check(z.positive(), z.lte(2_147_483_647));
// Of a row found by a key: 0 as long as nobody has put it.
export const storedVersion = z.int().check(z.gte(0), z.lte(2_147_483_647));
export const nothing = z.optional(z.object({}));
// One per opened form: the same key sent twice creates once.
export const requestKey = z.guid().check(z.toLowerCase());

// Verbs return a Date, callers get ISO text, in-process and over HTTP alike. Text is let through as well: the stored
// answer of a repeated call is JSON.
const moment = z.union([z.date(), z.iso.datetime()]);
const msPerDay = 86_400_000;
const padded = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
const mostDates = 1_000;
const dates = new Map<number, string>();

function dateOf(day: number): string {
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * msPerDay).toISOString().slice(0, -14);
    if (dates.size >= mostDates) dates.clear();
    dates.set(day, date);
  }
  return date;
}

// As toISOString, which costs more than anything else in the output of a list; the moments of a list share their days.
function toText(at: Date | string): string {
  if (typeof at === 'string') return at;
  const ms = at.getTime();
  const day = Math.floor(ms / msPerDay);
  const rest = ms - day * msPerDay;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  const fraction = String(rest % 1000).padStart(3, '0');
  return `${dateOf(day)}T${padded[Math.floor(minutes / 60)]}:${padded[minutes % 60]}:${padded[seconds % 60]}.${fraction}Z`;
}
export const instant = z.pipe(moment, z.transform(toText));
export const optionalInstant = z.pipe(
  z.nullable(moment),
  z.transform((at) => (at === null ? null : toText(at))),
);

// Whether the mail that follows a change was handed over; 'failed' offers "send again".

// A value as a person reads it: text as it is, anything else as JSON; null where there was none.
export const trailChange = z.object({
  field: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});

// A trail is read from its end.
export const newestFirst = z.prefault(z.object({ by: z.enum(['at']), descending: z._default(z.boolean(), true) }), {
  by: 'at',
});

type Plain<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;
type Fields = Readonly<Record<string, z.core.$ZodType>>;
type Stored<F extends Fields> = {
  [K in keyof F]: z.ZodMiniType<Plain<z.core.output<F[K]>>, Plain<z.core.output<F[K]>>>;
};

/** What a form's fields are when they come back: the same without their demands, which each value met in its own day. */
export function stored<F extends Fields>(fields: F): Stored<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, plain(field)])) as Stored<F>;
}

function plain(field: z.core.$ZodType): z.core.$ZodType {
  const { def } = field._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'string':
    case 'enum':
      return z.string();
    case 'number':
      return 'format' in def ? z.int() : z.number();
    case 'boolean':
      return z.boolean();
    case 'pipe':
      return plain(def.in);
    case 'nullable':
      return z.nullable(plain(def.innerType));
    case 'array':
      return z.array(plain(def.element));
    case 'object':
      return z.object(stored(def.shape));
    default:
      throw new Error(`a field of type ${def.type} says itself how it comes back`);
  }
}
