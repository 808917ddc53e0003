import { noServices } from '@studyspot/api/testing/worker';
import { job, subscriber, type WorkScope } from '@studyspot/api/work/say';
import { startWorker } from '@studyspot/api/work/worker';
import { sql as query } from '@studyspot/db/query';
import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import * as z from 'zod/mini';

// A worker process as the product starts it, with two kinds that write one row each.

const [url = ''] = process.argv.slice(2);
const silent = { info: () => undefined, warn: console.error, error: console.error };
const effect = ({ db }: WorkScope, what: string, asked: Date | null) =>
  db.run(query`insert into effects (what, asked) values (${what}, ${asked})`);
const said = {
  onBench: subscriber({ events: ['bench.happened'], run: (scope, { at }) => effect(scope, 'event', at) }),
  jobBench: job({
    payload: z.object({ asked: z.optional(z.string()) }),
    run: (scope, { asked }) => effect(scope, 'job', asked === undefined ? null : new Date(asked)),
  }),
};
const database = openWorkDatabase({ url });
const worker = startWorker({ database, said, log: silent, services: noServices });
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
process.send?.('up');
