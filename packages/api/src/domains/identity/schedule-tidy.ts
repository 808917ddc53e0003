import { beginJob } from '../../work/begin-job.ts';
import { schedule } from '../../work/say.ts';
import { jobTidy } from './job-tidy.ts';

export const scheduleTidy = schedule({
  at: { minutes: 10 },
  run: (scope) => beginJob(scope, 'jobTidy', jobTidy, {}, { key: 'round' }),
});
