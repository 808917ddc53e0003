import { and, gte, lte, type SQL, sql } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { boxOf, type Near } from './rules.ts';

const { latitude, longitude } = libraries;

/** Along the globe, by the haversine formula; of a library without a place nothing. */
export const kilometresTo = (from: Near): SQL<number | null> =>
  sql<number | null>`6371 * 2 * asin(sqrt(least(1,
    power(sin(radians(${latitude} - ${from.latitude}::float8) / 2), 2)
    + cos(radians(${latitude})) * cos(radians(${from.latitude}::float8))
    * power(sin(radians(${longitude} - ${from.longitude}::float8) / 2), 2))))`.mapWith(latitude);

export const nowhere = sql<number | null>`null::float8`.mapWith(latitude);

/** First the box, which an index can answer, then what of it is near enough. */
export function isNear(from: Near): SQL | undefined {
  const { south, north, west, east } = boxOf(from);
  return and(
    ...[gte(latitude, south), lte(latitude, north), gte(longitude, west), lte(longitude, east)],
    sql`${kilometresTo(from)} <= ${from.km}::float8`,
  );
}
