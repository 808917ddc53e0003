import type { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import type { updateLibraryInput } from './schema.ts';

type Details = Omit<z.output<typeof updateLibraryInput>, 'id' | 'version'>;

export const toValues = ({ position, ...details }: Details) => ({
  ...details,
  latitude: position?.latitude ?? null,
  longitude: position?.longitude ?? null,
});

export function toLibrary({ latitude, longitude, ...row }: typeof libraries.$inferSelect) {
  const position = latitude === null || longitude === null ? null : { latitude, longitude };
  return { ...row, hours: [...row.hours], position };
}
