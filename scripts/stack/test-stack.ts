import { rmSync } from 'node:fs';
import { scratchFolder } from '../../packages/db/src/testing/scratch.ts';
import { freePorts } from './ports.ts';
import { Stack } from './stack.ts';

/** The whole product beside whatever else runs: free ports, data in a scratch folder, gone at stop(). */
export async function testStack(
  settings: Record<string, string>,
  databaseUrl?: string,
): Promise<{ stack: Stack; dir: string; stop(): Promise<void> }> {
  const dir = scratchFolder('studyspot-stack-');
  const stack = new Stack({ dir, ports: await freePorts(), disposable: true, settings, databaseUrl });
  const stop = async () => {
    await stack.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(130)));
  }
  process.once('disconnect', () => void stop().then(() => process.exit(130)));
  return { stack, dir, stop };
}
