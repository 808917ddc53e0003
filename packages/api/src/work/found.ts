// Written by scripts/map.ts.
import { jobTidy } from '../domains/identity/job-tidy.ts';
import { onMailDue } from '../domains/staff/on-mail-due.ts';
import { onWelcomed } from '../domains/tenants/on-welcomed.ts';
import { scheduleTidy } from '../domains/identity/schedule-tidy.ts';
import type { Said } from './worker.ts';

export const found: Readonly<Record<string, Said>> = {
  jobTidy,
  onMailDue,
  onWelcomed,
  scheduleTidy,
};
