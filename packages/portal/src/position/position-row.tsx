'use client';

import type { FieldRow } from '../form/field-rows.tsx';
import { type Position, positionOf, type TypedPosition, typedPosition } from './position.tsx';
import { PositionFields } from './position-fields.tsx';

/** A place on the map, or none. */
export const position = (): FieldRow<Position | null, TypedPosition> => ({
  wide: true,
  start: (held) => typedPosition(held as Position | null | undefined),
  read: positionOf,
  draw: (name) => <PositionFields name={name} />,
});
