import * as z from 'zod/mini';
import {
  atMost,
  id,
  indianDay,
  instant,
  lastFour,
  line,
  optionalEmail,
  optionalInstant,
  optionalLine,
  optionalPhone,
  paragraph,
  phone,
  pincode,
  requestKey,
  search,
  state,
  stored,
  version,
} from '../../fields.ts';
import { listInput } from '../../procedures/list.ts';
import { labelName } from './labels/schema.ts';
import {
  EDUCATIONS,
  GENDERS,
  ID_KINDS,
  LANGUAGES,
  MOST_LABELS_EACH,
  SETTABLE_STATUSES,
  SLOTS,
  SOURCES,
  STUDENT_SORTS,
  STUDENT_STATUSES,
} from './names.ts';

export const studentStatus = z.enum(STUDENT_STATUSES);

const optionalParagraph = (max: number) =>
  z.pipe(
    z.nullable(paragraph(max, 0)),
    z.transform((text) => text || null),
  );
const perhaps = <const Names extends readonly [string, ...string[]]>(names: Names) => z.nullable(z.enum(names));

const day = z.string().check(
  atMost(10),
  z.iso.date({ error: 'day' }),
  z.refine((text) => text >= '1900' && text < '2200', { error: 'day' }),
);
const bornOn = day.check(z.refine((text) => text >= '1920' && text <= indianDay(new Date()), { error: 'bornOn' }));

const optionalPincode = z.pipe(
  z
    .nullable(z.string().check(atMost(12)))
    .check(z.refine((text) => !text?.trim() || pincode.safeParse(text).success, { error: 'pincode' })),
  z.transform((text) => (text?.trim() ? pincode.parse(text) : null)),
);

const labels = z.array(labelName).check(
  z.maxLength(MOST_LABELS_EACH),
  z.refine((all) => new Set(all).size === all.length, { error: 'repeated' }),
);

const details = {
  name: line(120, 2),
  phone,
  homeId: id,
  otherPhone: optionalPhone,
  email: optionalEmail,
  bornOn: z.nullable(bornOn),
  gender: perhaps(GENDERS),
  address: optionalParagraph(300),
  city: optionalLine(80),
  state: z.nullable(state),
  pincode: optionalPincode,
  education: perhaps(EDUCATIONS),
  course: optionalLine(120),
  institution: optionalLine(160),
  slot: perhaps(SLOTS),
  guardianName: optionalLine(120),
  guardianPhone: optionalPhone,
  guardianRelation: optionalLine(40),
  source: perhaps(SOURCES),
  language: z.enum(LANGUAGES),
  labels,
  idKind: perhaps(ID_KINDS),
  idLast4: lastFour,
  warning: optionalLine(200),
  warningTill: z.nullable(day),
  notes: optionalParagraph(2000),
};

/** `sibling`: that the number belongs to another student already is known, and meant. */
const sibling = z._default(z.boolean(), false);
export const createStudentInput = z.object({ requestKey, ...details, sibling });
const { homeId: _, ...changed } = details;
/** What is not named stays as it is. */
export const updateStudentInput = z.extend(z.partial(z.object(changed)), { id, version, sibling });
export const studentInput = z.object({ id });
export const studentVersionInput = z.object({ id, version });
/** Who is suspended is told why. */
export const setStudentStatusInput = z.object({ requestKey, id, version, status: z.enum(SETTABLE_STATUSES) });
export const suspendStudentInput = z.object({ id, version, reason: paragraph(300, 3) });
export const transferStudentInput = z.object({ id, version, homeId: id });
/** `sibling`: whoever has the number by now, it is meant. */
export const restoreStudentInput = z.object({ id, version, sibling });
export const knownStudentInput = z.object({ phone });

export const studentFilters = {
  q: search(100),
  status: z.optional(studentStatus),
  homeId: z.optional(id),
  label: search(100),
  education: z.optional(z.enum(EDUCATIONS)),
  removed: z.optional(z.literal('removed')),
};
export const listStudentsInput = listInput(studentFilters, STUDENT_SORTS);

// What of a record is shown to whoever may see it; numbers may be hidden, and a code is given here.
const shown = z.object({ ...stored(details), code: z.string() });
export const studentItem = z.extend(
  z.pick(shown, { name: true, code: true, phone: true, homeId: true, course: true, labels: true }),
  {
    id,
    status: studentStatus,
    libraryName: z.string(),
    removedAt: optionalInstant,
    version: z.int(),
    createdAt: instant,
  },
);
export const student = z.extend(shown, {
  ...studentItem.shape,
  statusReason: z.nullable(z.string()),
  siblingNo: z.int(),
  updatedAt: instant,
  /** Who shares the phone. */
  siblings: z.array(z.object({ id, name: z.string(), code: z.string() })),
});
export const knownStudent = z.nullable(z.object({ id, name: z.string(), code: z.string(), status: studentStatus }));
