import { startTestCluster } from './cluster.ts';
import { testCluster } from './env.ts';
import { makeTemplate } from './template.ts';

/** One cluster and one migrated template for the whole run. */
export default async function setup(): Promise<() => Promise<void>> {
  if (testCluster.get()) return async () => undefined;
  const cluster = await startTestCluster();
  await makeTemplate(cluster.url);
  testCluster.set(cluster.url);
  return async () => {
    testCluster.set(undefined);
    await cluster.stop();
  };
}
