// Written by scripts/map.ts.
import { jobLetter } from '../domains/identity/job-letter.ts';
import { jobTidy } from '../domains/identity/job-tidy.ts';
import { scheduleTidy } from '../domains/identity/schedule-tidy.ts';
import { onMailDue } from '../domains/staff/on-mail-due.ts';
import { onWelcomed } from '../domains/tenants/on-welcomed.ts';
import type { Said } from './worker.ts';

export const found: Readonly<Record<string, Said>> = {
  jobLetter,
  jobTidy,
  onMailDue,
  onWelcomed,
  scheduleTidy,
};
