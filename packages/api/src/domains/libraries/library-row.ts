import type { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import type { position } from './schema.ts';

type Placed = { position?: z.output<typeof position> | null | undefined };

export const toValues = <Details extends Placed>({ position: at, ...details }: Details) => ({
  ...details,
  latitude: at === null ? null : at?.latitude,
  longitude: at === null ? null : at?.longitude,
});

export function toLibrary({ latitude, longitude, ...row }: typeof libraries.$inferSelect) {
  const position = latitude === null || longitude === null ? null : { latitude, longitude };
  return { ...row, hours: [...row.hours], position };
}
