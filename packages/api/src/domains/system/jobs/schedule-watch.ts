import { beginJob } from '../../../work/begin-job.ts';
import { schedule } from '../../../work/say.ts';
import { jobWatch } from './job-watch.ts';

/** One at a time, so that two never tell of the same. */
export const scheduleWatch = schedule({
  at: { minutes: 1 },
  run: (scope) => beginJob(scope, 'jobWatch', jobWatch, {}, { key: 'round' }),
});
