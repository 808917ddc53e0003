import { numberOf } from '../form/number-of.tsx';

export const PARTS = ['latitude', 'longitude'] as const;

export interface Position {
  latitude: number;
  longitude: number;
}

export interface TypedPosition {
  latitude: string;
  longitude: string;
}

export function typedPosition(position: Position | null | undefined): TypedPosition {
  return { latitude: String(position?.latitude ?? ''), longitude: String(position?.longitude ?? '') };
}

export function positionOf(typed: TypedPosition): Position | null {
  const [latitude, longitude] = [numberOf(typed.latitude), numberOf(typed.longitude)];
  if (latitude === null && longitude === null) return null;
  return { latitude: latitude ?? Number.NaN, longitude: longitude ?? Number.NaN };
}
