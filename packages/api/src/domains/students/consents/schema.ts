import * as z from 'zod/mini';
import { atMost, id, indianDay, instant, optionalLine, requestKey } from '../../../fields.ts';
import { LANGUAGES } from '../names.ts';
import { student } from '../schema.ts';
import { CONSENT_PURPOSES, CONSENT_WAYS, CONSENT_WORDINGS } from './names.ts';

const pastDay = z.string().check(
  atMost(10),
  z.iso.date({ error: 'day', abort: true }),
  z.refine((text) => text >= '2000' && text <= indianDay(new Date()), { error: 'pastDay' }),
);

/** `id` is the student's. */
export const recordConsentInput = z.object({
  ...{ requestKey, id },
  purpose: z.enum(CONSENT_PURPOSES),
  wording: z.enum(CONSENT_WORDINGS),
  language: z.enum(LANGUAGES),
  through: z.enum(CONSENT_WAYS),
  givenOn: pastDay,
  guardianName: optionalLine(120),
  guardianRelation: optionalLine(40),
});
/** `id` is the consent's. */
export const withdrawConsentInput = z.object({ requestKey, id, through: z.enum(CONSENT_WAYS), withdrawnOn: pastDay });
export const consentsInput = z.object({ id });

export const consent = z.object({
  id,
  ...{ purpose: z.string(), wording: z.string(), language: z.string(), through: z.string(), givenBy: z.string() },
  ...{ guardianName: z.nullable(z.string()), guardianRelation: z.nullable(z.string()) },
  ...{ givenOn: z.string(), memberName: z.string(), createdAt: instant },
  withdrawal: z.nullable(
    z.object({ through: z.string(), withdrawnOn: z.string(), memberName: z.string(), createdAt: instant }),
  ),
});
export const consentList = z.object({ items: z.array(consent) });

/** Everything that is kept about one student. */
export const ownData = z.object({
  student,
  enrolments: z.array(z.object({ libraryName: z.string(), code: z.string(), enrolledOn: z.string() })),
  consents: z.array(consent),
  happened: z.array(z.object({ name: z.string(), at: instant })),
});
