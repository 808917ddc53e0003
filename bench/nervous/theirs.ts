import { Logger, run } from 'graphile-worker';

// graphile-worker doing the same: a job of a tenant, its row written in a transaction under that tenant's claim.

const [url = ''] = process.argv.slice(2);
const runner = await run({
  connectionString: url,
  concurrency: 12,
  pollInterval: 1_000,
  noHandleSignals: true,
  logger: new Logger(() => () => undefined),
  taskList: {
    bench: async (payload, { withPgClient }) => {
      const { tenant } = payload as { tenant: string };
      await withPgClient(async (client) => {
        await client.query('begin');
        await client.query('select set_config($1, $2, true)', ['app.tenant_id', tenant]);
        await client.query(`insert into effects (what) values ('theirs')`);
        await client.query('commit');
      });
    },
  },
});
process.on('SIGTERM', () => void runner.stop().then(() => process.exit(0)));
process.send?.('up');
