// Written by scripts/map.ts.
import { jobTidy } from '../domains/identity/job-tidy.ts';
import { scheduleTidy } from '../domains/identity/schedule-tidy.ts';
import type { Said } from './worker.ts';

export const found: Readonly<Record<string, Said>> = {
  jobTidy,
  scheduleTidy,
};
