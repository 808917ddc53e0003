import * as z from 'zod/mini';
import {
  atMost,
  id,
  instant,
  line,
  optionalEmail,
  optionalLine,
  optionalPhone,
  paragraph,
  phone,
  pincode,
  position,
  requestKey,
  search,
  state,
  stored,
  version,
  weekHours,
} from '../../fields.ts';
import { listInput } from '../../procedures/list.ts';
import { AMENITIES, LIBRARY_SORTS, LIBRARY_STATUSES } from './names.ts';

export const libraryStatus = z.enum(LIBRARY_STATUSES);
export const amenity = z.enum(AMENITIES);

const codeLike = (pattern: RegExp) =>
  z.pipe(
    z.string().check(z.trim(), atMost(20), z.regex(pattern, { error: 'code' })),
    z.transform((code) => code.toUpperCase()),
  );

const details = {
  name: line(120, 2),
  code: codeLike(/^[A-Za-z0-9][A-Za-z0-9-]{1,19}$/),
  address: paragraph(300, 3),
  city: line(80),
  state,
  pincode,
  phone,
  email: optionalEmail,
  position: z.nullable(position),
  capacity: z.int().check(z.gte(1), z.lte(10_000)),
  hours: weekHours,
  managerName: optionalLine(120),
  managerPhone: optionalPhone,
  managerEmail: optionalEmail,
  amenities: z.array(amenity).check(
    z.maxLength(AMENITIES.length),
    z.refine((all) => new Set(all).size === all.length, { error: 'repeated' }),
  ),
};

/** Without a code it gets one; see `freeCode`. */
export const createLibraryInput = z.object({
  ...{ requestKey, ...details },
  code: codeLike(/^$|^[A-Za-z0-9][A-Za-z0-9-]{1,19}$/),
});
/** What is not named stays as it is. */
export const updateLibraryInput = z.extend(z.partial(z.object(details)), { id, version });
export const libraryInput = z.object({ id });
export const setLibraryStatusInput = z.object({ requestKey, id, version, status: libraryStatus });

export const libraryFilters = {
  q: search(100),
  status: z.optional(libraryStatus),
  city: search(80),
};
export const listLibrariesInput = listInput(libraryFilters, LIBRARY_SORTS);

const shown = z.object({ ...stored(details), phone: z.nullable(z.string()) });
export const libraryItem = z.extend(
  z.pick(shown, { name: true, code: true, city: true, state: true, phone: true, capacity: true }),
  { id, status: libraryStatus, version: z.int(), createdAt: instant },
);
export const library = z.extend(shown, { ...libraryItem.shape, updatedAt: instant });
