import * as z from 'zod/mini';
import { id, line, version } from '../../../fields.ts';

export const labelName = line(40);
export const renameLabelInput = z.object({ id, version, name: labelName });
export const labelVersionInput = z.object({ id, version });
export const label = z.object({ id, name: z.string(), version: z.int(), students: z.int() });
export const labelList = z.object({ items: z.array(label) });
