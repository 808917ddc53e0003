import { titledInside } from '@studyspot/portal/shell/titled';
import { HealthScreen } from '../../../features/jobs/health-screen.tsx';
import { page } from '../../../shell/session.ts';

export const generateMetadata = titledInside('health');

export default page({ needs: 'system:health', words: ['health', 'letters', 'timeline'] }, async ({ load, may }) => {
  await Promise.all([load.jobs.health({}), load.jobs.list({}), load.jobs.letters({})]);
  return <HealthScreen mayAct={may('system:jobs')} />;
});
