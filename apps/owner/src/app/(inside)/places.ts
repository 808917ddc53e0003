// Written by scripts/map.ts.
import { libraryPlace } from '../../features/libraries/library-place.tsx';
import { studentPlace } from '../../features/students/student-place.tsx';

export const places = [libraryPlace, studentPlace];
