import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';
import { scratchFolder } from './scratch.ts';

export { startPostgres };

/** A cluster that is gone when it stops. */
export async function startTestCluster(settings: Record<string, string> = {}): Promise<PostgresServer> {
  const home = scratchFolder('ss-cluster-');
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    const server = await startPostgres({ dir: join(home, 'data'), disposable: true, settings });
    const stop = async () => {
      await server.stop();
      remove();
    };
    return { ...server, stop };
  } catch (error) {
    remove();
    throw error;
  }
}
