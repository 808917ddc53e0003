import type { Examples } from '../../testing/example.ts';
import type {
  auditRouter,
  flagsRouter,
  platformFlagsRouter,
  platformSettingsRouter,
  settingsRouter,
} from './router.ts';

export const settingsExamples: Examples<(typeof settingsRouter)['_def']['record']> = {
  all: () => ({}),
  put: () => ({ key: 'display.locale', value: 'hi', version: 0 }),
};

export const flagsExamples: Examples<(typeof flagsRouter)['_def']['record']> = { mine: () => ({}) };

export const platformSettingsExamples: Examples<(typeof platformSettingsRouter)['_def']['record']> = {
  all: () => ({}),
  put: () => ({ key: 'platform.trial_days', value: 30, version: 0 }),
};

export const platformFlagsExamples: Examples<(typeof platformFlagsRouter)['_def']['record']> = {
  all: ({ tenantId }) => ({ tenantId }),
  put: ({ tenantId }) => ({ key: 'libraries.map', enabled: true, tenantId, version: 0 }),
  mine: () => ({}),
};

// The platform reads every trail: which tenant is looked at is a filter, not a right.
export const auditExamples: Examples<(typeof auditRouter)['_def']['record']> = {
  list: () => ({ limit: 50 }),
  exportCsv: () => ({}),
};
