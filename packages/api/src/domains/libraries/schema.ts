import * as z from 'zod/mini';
import {
  atMost,
  id,
  instant,
  line,
  optionalEmail,
  optionalInstant,
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
import { AMENITIES, APPROVALS, LIBRARY_SORTS, LIBRARY_STATUSES, STANDINGS } from './names.ts';

export const libraryStatus = z.enum(LIBRARY_STATUSES);
export const standing = z.enum(STANDINGS);
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
export const libraryVersionInput = z.object({ id, version });
/** Of what the owner reads, and can do something about. */
export const libraryReasonInput = z.object({ id, version, reason: paragraph(500, 10) });
export const setLibraryStatusInput = z.object({ requestKey, id, version, status: libraryStatus });

export const libraryFilters = {
  q: search(100),
  status: z.optional(libraryStatus),
  city: search(80),
  standing: z.optional(standing),
  near: z.optional(z.extend(position, { km: z.number().check(z.gt(0), z.lte(500)) })),
};
export const listLibrariesInput = listInput(libraryFilters, LIBRARY_SORTS);

const shown = z.object({ ...stored(details), phone: z.nullable(z.string()) });
const row = z.extend(z.pick(shown, { name: true, code: true, city: true, state: true, phone: true, capacity: true }), {
  id,
  status: libraryStatus,
  standing,
  version: z.int(),
  createdAt: instant,
});
const kilometres = { distance: z.nullable(z.number()) };
export const libraryItem = z.extend(row, kilometres);
export const library = z.extend(shown, {
  ...{ ...row.shape, updatedAt: instant },
  approval: z.enum(APPROVALS),
  approvalReason: z.nullable(z.string()),
  suspendedAt: optionalInstant,
  suspendedReason: z.nullable(z.string()),
});

/** For the platform: with the business that it is of. */
const ofWhom = { customerId: id, customerName: z.string() };
export const listPlatformLibrariesInput = listInput(libraryFilters, LIBRARY_SORTS);
export const platformLibraryItem = z.extend(libraryItem, ofWhom);
export const platformLibrary = z.extend(library, ofWhom);

const number = z.int();
export const comparison = z.array(
  z.extend(z.pick(row, { id: true, name: true, city: true, status: true, standing: true, capacity: true }), {
    ...{ active: number, inactive: number, suspended: number, joined: number, left: number },
  }),
);
