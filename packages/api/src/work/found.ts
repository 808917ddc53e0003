// Written by scripts/map.ts.
import { scheduleAnnouncements } from '../domains/announcements/schedule-announcements.ts';
import { jobLetter } from '../domains/identity/job-letter.ts';
import { jobTidy } from '../domains/identity/job-tidy.ts';
import { onAccountChanged } from '../domains/identity/on-account-changed.ts';
import { scheduleTidy } from '../domains/identity/schedule-tidy.ts';
import { jobImport } from '../domains/imports/job-import.ts';
import { onImportAsked } from '../domains/imports/on-import-asked.ts';
import { onLibraryStanding } from '../domains/libraries/on-library-standing.ts';
import { onLibraryStatus } from '../domains/libraries/on-library-status.ts';
import { jobNoticeMail } from '../domains/notifications/job-notice-mail.ts';
import { onMailDue } from '../domains/staff/letters/on-mail-due.ts';
import { onMemberChanged } from '../domains/staff/notices/on-member-changed.ts';
import { jobStudentBulk } from '../domains/students/bulk/job-student-bulk.ts';
import { onStudentBulk } from '../domains/students/bulk/on-student-bulk.ts';
import { jobWatch } from '../domains/system/jobs/job-watch.ts';
import { scheduleWatch } from '../domains/system/jobs/schedule-watch.ts';
import { onWelcomed } from '../domains/tenants/letters/on-welcomed.ts';
import { schedulePlanEnds } from '../domains/tenants/plan/schedule-plan-ends.ts';
import type { Said } from './worker.ts';

export const found: Readonly<Record<string, Said>> = {
  jobImport,
  jobLetter,
  jobNoticeMail,
  jobStudentBulk,
  jobTidy,
  jobWatch,
  onAccountChanged,
  onImportAsked,
  onLibraryStanding,
  onLibraryStatus,
  onMailDue,
  onMemberChanged,
  onStudentBulk,
  onWelcomed,
  scheduleAnnouncements,
  schedulePlanEnds,
  scheduleTidy,
  scheduleWatch,
};
