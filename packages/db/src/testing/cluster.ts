import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';

export { startPostgres };

/** A cluster in the temporary folder that is gone when it stops. */
export async function startTestCluster(settings: Record<string, string> = {}): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'ss-cluster-'));
  chmodSync(home, 0o755);
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    const server = await startPostgres({ dir: join(home, 'data'), fast: true, disposable: true, settings });
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
