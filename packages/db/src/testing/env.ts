/** How the test run's global setup tells each worker where the cluster is. */
export const testCluster = {
  get: (): string | undefined => process.env.STUDYSPOT_TEST_CLUSTER,
  set: (url: string | undefined): void => {
    if (url === undefined) delete process.env.STUDYSPOT_TEST_CLUSTER;
    else process.env.STUDYSPOT_TEST_CLUSTER = url;
  },
};
