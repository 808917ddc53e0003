import type { Position } from './position.tsx';

export interface Near extends Position {
  km: number;
}

const near = /^(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?),(\d{1,3})$/;
const MOST_KM = 500;

/** As an address says it; whatever else stands there filters nothing. */
export function nearOf(text: string | undefined): Near | undefined {
  const [, ...parts] = near.exec(text ?? '') ?? [];
  const [latitude = 91, longitude = 181, km = 0] = parts.map(Number);
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && km > 0 && km <= MOST_KM;
  return isPlace ? { latitude, longitude, km } : undefined;
}

/** A list as its address asks for it, with the place instead of its text. */
export function withPlace<F extends { near?: string | undefined }, Q extends { filters: F }>({
  filters: { near: said, ...filters },
  ...query
}: Q & { filters: F }) {
  const place = nearOf(said);
  return { ...query, filters: { ...filters, ...(place && { near: place }) } };
}

/** Some hundred metres are near enough for an address, which others may read. */
export const nearText = ({ latitude, longitude, km }: Near): string =>
  [latitude.toFixed(3), longitude.toFixed(3), km].join(',');

const oneDecimal = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 1 });
export const kilometres = (distance: number): string => oneDecimal.format(distance);
