import { paise, state, weekHours } from '@studyspot/api/fields';
import * as z from 'zod/mini';

export const sampleInput = z.object({
  fee: paise,
  seats: z.int().check(z.gte(1), z.lte(12)),
  state,
  hours: weekHours,
});
