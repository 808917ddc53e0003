import * as z from 'zod/mini';
import { atMost, line, storedVersion } from '../../../fields.ts';
import { MOST_VIEWS } from './names.ts';

const list = z.string().check(atMost(40), z.regex(/^[a-zA-Z]+$/));
export const viewName = z.object({ name: line(40) });
const saved = z.array(z.extend(viewName, { query: z.string().check(atMost(1000)) })).check(
  z.maxLength(MOST_VIEWS),
  z.refine((all) => new Set(all.map(({ name }) => name)).size === all.length, { error: 'repeated' }),
);

export const viewsInput = z.object({ list });
export const keepViewsInput = z.object({ list, saved, version: storedVersion });
export const views = z.object({
  saved: z.array(z.object({ name: z.string(), query: z.string() })),
  version: z.int(),
});
