// Written by scripts/map.ts.
import { importStudents } from '../domains/students/imported/import-students.ts';
import type { ImportKind } from './kind.ts';

export const importKinds: Readonly<Record<string, ImportKind>> = {
  students: importStudents,
};
