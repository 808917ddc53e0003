import * as z from 'zod/mini';
import { ageOf, dayOf } from '../../../importing/day-of.ts';
import type { ImportColumn, ImportKind, Values } from '../../../importing/kind.ts';
import { phonesOf } from '../../../importing/phones-of.ts';
import { latinDigits } from '../../../latin-digits.ts';
import { stateOfPin } from '../../../states.ts';
import { placesOf } from '../guards.ts';
import { ADULT, missingOf } from '../rules.ts';
import { createStudentInput } from '../schema.ts';
import { soundOf } from '../sound-of.ts';
import { admitImported } from './admit-imported.ts';
import { judgeImported } from './judge-imported.ts';
import { undoImported } from './undo-imported.ts';

const text = (name: string, ...words: string[]): ImportColumn => ({ name, words, read: (cell) => ({ [name]: cell }) });

/** Numbers of one cell: the first is this field's, a second one the other field's. */
const numbers = (name: string, rest: string | null, ...words: string[]): ImportColumn => ({
  name,
  words,
  read(cell) {
    const [first, second] = phonesOf(cell);
    if (first === undefined) return 'phone';
    return { [name]: first, ...(rest !== null && second !== undefined && { [rest]: second }) };
  },
});

/** A word of a short list, in whichever spelling it sounds like. */
const oneOf = (name: string, meanings: Readonly<Record<string, string>>, ...words: string[]): ImportColumn => {
  const known = new Map(
    Object.entries(meanings).flatMap(([value, spellings]) =>
      spellings.split(' ').map((word) => [soundOf(word), value]),
    ),
  );
  return {
    name,
    words,
    read(cell) {
      const found = cell
        .split(/[\s/()._-]+/)
        .map((word) => known.get(soundOf(word)))
        .find((value) => value !== undefined);
      return found === undefined ? 'choice' : { [name]: found };
    },
  };
};

/** An age says no day of birth: it is noted, and somebody under age needs a guardian all the same. */
const born = (name: string, ...words: string[]): ImportColumn => ({
  name,
  words,
  read(cell, today) {
    const age = ageOf(cell);
    if (age !== null) return { age };
    const day = dayOf(cell, today);
    return day === null ? 'day' : { bornOn: day };
  },
});

const columns: readonly ImportColumn[] = [
  text(
    'name',
    ...['name', 'naam', 'student name', 'name of student', 'student ka naam', 'vidyarthi ka naam', 'chhatra ka naam'],
    ...['full name', 'candidate name', 'student'],
  ),
  numbers(
    'phone',
    'otherPhone',
    ...['phone', 'mobile', 'mobile no', 'mobile number', 'phone no', 'phone number', 'contact', 'contact no'],
    ...['contact number', 'mob', 'mob no', 'cell', 'whatsapp no', 'whatsapp', 'mobil', 'mobil nambar', 'fon', 'phon'],
    ...['fon nambar', 'sampark'],
  ),
  numbers(
    'otherPhone',
    null,
    ...['other phone', 'second phone', 'alternate no', 'alternate number', 'alternate mobile', 'alt no', 'phone 2'],
    ...['mobile 2', 'dusra nambar', 'home phone'],
  ),
  text('email', 'email', 'e mail', 'email id', 'mail', 'mail id', 'gmail', 'imel'),
  born(
    'bornOn',
    'dob',
    'd o b',
    'date of birth',
    'birth date',
    'birthday',
    'born on',
    'janm tithi',
    'janm tarikh',
    'janm din',
  ),
  born('age', 'age', 'umra', 'umr', 'ayu'),
  oneOf(
    'gender',
    { male: 'm male boy ladka purush', female: 'f female girl ladki mahila stri', other: 'o other anya' },
    ...['gender', 'sex', 'ling', 'm f'],
  ),
  text(
    'guardianName',
    'father',
    'father name',
    'fathers name',
    'father s name',
    'pita',
    'pita ka naam',
    'guardian',
    'guardian name',
    'parent name',
    'abhibhavak',
  ),
  numbers(
    'guardianPhone',
    null,
    ...[
      'father phone',
      'fathers ph',
      'fathers phone',
      'father s phone',
      'father mobile',
      'fathers mobile',
      'father no',
    ],
    ...['father s mobile', 'guardian phone', 'guardian mobile', 'guardian no', 'parent phone', 'parent mobile'],
    ...['parents no', 'pita ka mobil', 'pita ka fon', 'pita ka nambar', 'pita mobil'],
  ),
  text('guardianRelation', 'relation', 'rishta', 'sambandh'),
  text('address', 'address', 'addr', 'pata', 'village', 'gaon', 'permanent address', 'local address'),
  text('city', 'city', 'town', 'district', 'shahar', 'jila'),
  {
    name: 'pincode',
    words: ['pin', 'pincode', 'pin code', 'postal code', 'zip'],
    read: (cell) => ({ pincode: cell, state: stateOfPin(latinDigits(cell).replace(/\s/g, '')) }),
  },
  oneOf(
    'education',
    {
      school: 'school skool',
      college: 'college kolej university graduation',
      competitive_exam: 'competitive competition exam pratiyogi pariksha',
    },
    ...['education', 'padhai', 'studying in', 'category'],
  ),
  text(
    'course',
    'class',
    'course',
    'exam',
    'preparing for',
    'preparation',
    'taiyari',
    'kaksha',
    'pariksha',
    'stream',
    'subject',
    'target',
  ),
  text(
    'institution',
    'school',
    'college',
    'institute',
    'institution',
    'coaching',
    'school name',
    'college name',
    'skool',
  ),
  oneOf(
    'slot',
    {
      morning: 'morning subah am',
      afternoon: 'afternoon dopahar noon',
      evening: 'evening shaam sham',
      night: 'night raat',
      full_day: 'full fullday pura din day',
    },
    ...['slot', 'shift', 'timing', 'time', 'samay', 'batch', 'shift timing', 'palii', 'paali'],
  ),
  {
    name: 'labels',
    words: ['label', 'labels', 'tag', 'tags'],
    read: (cell) => ({
      labels: [
        ...new Set(
          cell
            .split(/[,;]/)
            .map((word) => word.trim())
            .filter(Boolean),
        ),
      ],
    }),
  },
  text('notes', 'notes', 'note', 'remark', 'remarks', 'comment', 'tippani'),
];

const blank: Values = {
  ...{ name: '', phone: '', otherPhone: null, email: null, bornOn: null, gender: null, address: null, city: null },
  ...{ state: null, pincode: null, education: null, course: null, institution: null, slot: null, guardianName: null },
  ...{ guardianPhone: null, guardianRelation: null, source: null, language: 'hi', labels: [], idKind: null },
  ...{ idLast4: null, warning: null, warningTill: null, notes: null, age: null },
};

type Whole = Parameters<typeof missingOf>[0];

/** A register of students. */
export const importStudents: ImportKind = {
  needs: ['students:create', 'students:update', 'students:phones'],
  columns,
  blank,
  schema: z.extend(z.omit(createStudentInput, { requestKey: true, homeId: true, sibling: true }), {
    age: z.nullable(z.int()),
  }),
  whole: (values, today) => {
    const { age, guardianName, guardianPhone } = values;
    const isMinor = typeof age === 'number' && age < ADULT && values['bornOn'] === null;
    const missing = [
      ...missingOf(values as unknown as Whole, today),
      ...(isMinor && !guardianName ? [{ path: 'guardianName', message: 'ofMinor' }] : []),
      ...(isMinor && !guardianPhone ? [{ path: 'guardianPhone', message: 'ofMinor' }] : []),
    ];
    return missing.map(({ path, message }) => ({ column: path, message }));
  },
  keyOf: ({ phone }) => (typeof phone === 'string' && phone !== '' ? phone : null),
  judge: judgeImported,
  places: placesOf,
  apply: admitImported,
  undo: undoImported,
};
