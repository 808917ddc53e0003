// A place on the map, or none, which a row keeps in two columns.
import type * as z from 'zod/mini';
import type { position as field } from '../fields.ts';

type Placed = { position?: z.output<typeof field> | null | undefined };

export const toColumns = <Details extends Placed>({ position, ...details }: Details) => ({
  ...details,
  latitude: position === null ? null : position?.latitude,
  longitude: position === null ? null : position?.longitude,
});

export function toPosition<Row extends { latitude: number | null; longitude: number | null }>(row: Row) {
  const { latitude, longitude, ...rest } = row;
  return { ...rest, position: latitude === null || longitude === null ? null : { latitude, longitude } };
}
