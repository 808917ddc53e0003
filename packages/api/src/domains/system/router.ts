import { nothing } from '../../fields.ts';
import { listOutput } from '../../procedures/list.ts';
import { platformProcedure } from '../../procedures/platform.ts';
import { router } from '../../procedures/router.ts';
import { tenantProcedure } from '../../procedures/tenant.ts';
import { countDays } from './audit/count-days.ts';
import { exportAudit } from './audit/export-audit.ts';
import { listAudit } from './audit/list-audit.ts';
import { auditCsv, auditDays, auditEntry, auditExportInput, listAuditInput } from './audit/schema.ts';
import { listFlags } from './flags/list-flags.ts';
import { myFlags } from './flags/my-flags.ts';
import { putFlag } from './flags/put-flag.ts';
import { allFlagsInput, flag, flagsOutput, myFlagsOutput, putFlagInput } from './flags/schema.ts';
import { dropJob } from './jobs/drop-job.ts';
import { getGivenUp } from './jobs/get-given-up.ts';
import { getHealth } from './jobs/get-health.ts';
import { listGivenUp } from './jobs/list-given-up.ts';
import { pauseJobs } from './jobs/pause-jobs.ts';
import { pausesOf } from './jobs/pauses-of.ts';
import { replayJob } from './jobs/replay-job.ts';
import { resumeJobs } from './jobs/resume-jobs.ts';
import {
  done,
  dropJobInput,
  givenUp,
  givenUpDetail,
  givenUpInput,
  health,
  jobInput,
  letters,
  pauseInput,
  pausesInput,
  pausesOfTenant,
  resumeInput,
  sendAgainInput,
} from './jobs/schema.ts';
import { sendAgain } from './jobs/send-again.ts';
import { tellLetters } from './jobs/tell-letters.ts';
import { listSettings } from './settings/list-settings.ts';
import { putSetting } from './settings/put-setting.ts';
import { putSettingInput, setting, settingsOutput } from './settings/schema.ts';
import { keepViews } from './views/keep-views.ts';
import { listViews } from './views/list-views.ts';
import { keepViewsInput, views, viewsInput } from './views/schema.ts';

export const settingsRouter = router({
  all: tenantProcedure('settings:read').input(nothing).output(settingsOutput).reads(listSettings('library')),
  put: tenantProcedure('settings:update').input(putSettingInput).output(setting).changes(putSetting),
});

export const flagsRouter = router({
  mine: tenantProcedure('flags:read').input(nothing).output(myFlagsOutput).reads(myFlags),
});

export const viewsRouter = router({
  mine: tenantProcedure('views:keep').input(viewsInput).output(views).reads(listViews),
  keep: tenantProcedure('views:keep').input(keepViewsInput).output(views).changes(keepViews),
});

export const platformViewsRouter = router({
  mine: platformProcedure('views:keep').input(viewsInput).output(views).reads(listViews),
  keep: platformProcedure('views:keep').input(keepViewsInput).output(views).changes(keepViews),
});

export const platformSettingsRouter = router({
  all: platformProcedure('system:settings').input(nothing).output(settingsOutput).reads(listSettings('platform')),
  put: platformProcedure('system:settings').input(putSettingInput).output(setting).changes(putSetting),
});

export const platformFlagsRouter = router({
  all: platformProcedure('flags:update').input(allFlagsInput).output(flagsOutput).reads(listFlags),
  put: platformProcedure('flags:update').input(putFlagInput).output(flag).changes(putFlag),
  mine: platformProcedure('flags:read').input(nothing).output(myFlagsOutput).reads(myFlags),
});

export const auditRouter = router({
  list: platformProcedure('system:logs').input(listAuditInput).output(listOutput(auditEntry)).reads(listAudit),
  days: platformProcedure('system:logs').input(auditExportInput).output(auditDays).reads(countDays),
  exportCsv: platformProcedure('system:logs').input(auditExportInput).output(auditCsv).changes(exportAudit),
});

export const jobsRouter = router({
  health: platformProcedure('system:health').input(nothing).output(health).reads(getHealth),
  list: platformProcedure('system:health').input(givenUpInput).output(givenUp).reads(listGivenUp),
  get: platformProcedure('system:health').input(jobInput).output(givenUpDetail).reads(getGivenUp),
  pausesOf: platformProcedure('tenants:read').input(pausesInput).output(pausesOfTenant).reads(pausesOf),
  letters: platformProcedure('system:health').input(nothing).output(letters).reads(tellLetters),
  sendAgain: platformProcedure('system:jobs').input(sendAgainInput).output(done).changes(sendAgain),
  replay: platformProcedure('system:jobs').input(jobInput).output(done).changes(replayJob),
  drop: platformProcedure('system:jobs').input(dropJobInput).output(done).changes(dropJob),
  pause: platformProcedure('system:jobs').input(pauseInput).output(done).changes(pauseJobs),
  resume: platformProcedure('system:jobs').input(resumeInput).output(done).changes(resumeJobs),
});
