import { runWorker } from '@studyspot/api/work/run-worker';

await runWorker();
