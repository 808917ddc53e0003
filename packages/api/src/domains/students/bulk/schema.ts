import * as z from 'zod/mini';
import { id, paragraph } from '../../../fields.ts';
import { labelName } from '../labels/schema.ts';
import { STUDENT_BULK_ACTS } from './names.ts';

const needs = { label: 'label', unlabel: 'label', suspend: 'reason', transfer: 'homeId' } as const;

const isWhole = (field: string, value: string | undefined, act: string) =>
  Reflect.get(needs, act) !== field || value !== undefined;

/** What is done to many students, and with what. */
export const studentBulkAct = z
  .object({
    do: z.enum(STUDENT_BULK_ACTS),
    label: z.optional(labelName),
    reason: z.optional(paragraph(300, 3)),
    homeId: z.optional(id),
  })
  .check(
    z.refine((given) => isWhole('label', given.label, given.do), { error: 'required', path: ['label'] }),
    z.refine((given) => isWhole('reason', given.reason, given.do), { error: 'required', path: ['reason'] }),
    z.refine((given) => isWhole('homeId', given.homeId, given.do), { error: 'required', path: ['homeId'] }),
  );
