// Written by scripts/map.ts.
import { libraryPlace } from '../../features/libraries/library-place.tsx';

export const places = [libraryPlace];
