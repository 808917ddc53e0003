import type { DomainExamples, Examples } from '../../testing/example.ts';
import type {
  auditRouter,
  flagsRouter,
  jobsRouter,
  platformFlagsRouter,
  platformSettingsRouter,
  platformViewsRouter,
  settingsRouter,
  viewsRouter,
} from './router.ts';

const settingsExamples: Examples<typeof settingsRouter> = {
  all: { who: ['owner', 'manager'], input: () => ({}) },
  put: { who: ['owner'], input: () => ({ key: 'display.locale', value: 'hi', version: 0 }) },
};

const flagsExamples: Examples<typeof flagsRouter> = {
  mine: { who: ['owner', 'manager', 'staff'], input: () => ({}) },
};

const keep = () => ({ list: 'staff' as const, saved: [{ name: 'Managers', query: 'role=manager' }], version: 0 });

const viewsExamples: Examples<typeof viewsRouter> = {
  mine: { who: ['owner', 'manager', 'staff'], input: () => ({ list: 'staff' }) },
  keep: { who: ['owner', 'manager', 'staff'], input: keep },
};

const platformViewsExamples: Examples<typeof platformViewsRouter> = {
  mine: { who: ['super_admin', 'admin', 'support', 'analyst'], input: () => ({ list: 'tenants' }) },
  keep: { who: ['super_admin', 'admin', 'support', 'analyst'], input: keep },
};

const platformSettingsExamples: Examples<typeof platformSettingsRouter> = {
  all: { who: ['super_admin'], input: () => ({}) },
  put: { who: ['super_admin'], input: () => ({ key: 'platform.trial_days', value: 30, version: 0 }) },
};

const platformFlagsExamples: Examples<typeof platformFlagsRouter> = {
  all: { who: ['super_admin'], input: ({ tenantId }) => ({ tenantId }) },
  put: {
    who: ['super_admin'],
    input: ({ tenantId }) => ({ key: 'display.dark', enabled: true, tenantId, version: 0 }),
  },
  mine: { who: ['super_admin', 'admin', 'support', 'analyst'], input: () => ({}) },
};

// The platform reads every trail: which tenant is looked at is a filter, not a right.
const auditExamples: Examples<typeof auditRouter> = {
  list: { who: ['super_admin'], input: () => ({ limit: 50 }) },
  days: { who: ['super_admin'], input: () => ({}) },
  exportCsv: { who: ['super_admin'], input: () => ({}) },
};

const jobsExamples: Examples<typeof jobsRouter> = {
  health: { who: ['super_admin'], input: () => ({}) },
  list: { who: ['super_admin'], input: () => ({ limit: 50 }) },
  get: { who: ['super_admin'], input: ({ tenantId }) => ({ tenantId, id: tenantId }) },
  pausesOf: { who: ['super_admin', 'admin', 'support'], input: ({ tenantId }) => ({ tenantId }) },
  letters: { who: ['super_admin'], input: () => ({}) },
  sendAgain: { who: ['super_admin'], input: ({ tenantId }) => ({ id: tenantId }) },
  replay: { who: ['super_admin'], input: ({ tenantId }) => ({ tenantId, id: tenantId }) },
  drop: {
    who: ['super_admin'],
    input: ({ tenantId }) => ({ tenantId, id: tenantId, reason: 'The library is closed' }),
  },
  pause: { who: ['super_admin'], input: ({ tenantId }) => ({ queue: 'plain', tenantId, reason: 'Too many at once' }) },
  resume: { who: ['super_admin'], input: ({ tenantId }) => ({ queue: 'bulk', tenantId }) },
};

export const owner = { settings: settingsExamples, flags: flagsExamples, views: viewsExamples };
export const admin = {
  audit: auditExamples,
  jobs: jobsExamples,
  settings: platformSettingsExamples,
  flags: platformFlagsExamples,
  views: platformViewsExamples,
};

export const work: DomainExamples['work'] = {
  jobWatch: ({ a }) => {
    const row = { for_tenant: a.id, queue: 'plain', kind: 'jobExample', state: 'dead' };
    return { payload: {}, under: 'platform', laid: [{ table: 'jobs', row }] };
  },
  scheduleWatch: () => ({ under: 'platform' }),
};
