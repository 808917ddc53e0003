import { identityExamples } from '../domains/identity/examples.ts';
import { librariesExamples } from '../domains/libraries/examples.ts';
import { platformStaffExamples, staffExamples } from '../domains/staff/examples.ts';
import {
  auditExamples,
  flagsExamples,
  platformFlagsExamples,
  platformSettingsExamples,
  settingsExamples,
} from '../domains/system/examples.ts';
import { tenantsExamples } from '../domains/tenants/examples.ts';
import type { AdminRouter, OwnerRouter } from '../root.ts';
import { byPath, type Examples } from '../testing/example.ts';

const owner: Examples<OwnerRouter['_def']['record']> = {
  identity: identityExamples,
  libraries: librariesExamples,
  staff: staffExamples,
  settings: settingsExamples,
  flags: flagsExamples,
};

const admin: Examples<AdminRouter['_def']['record']> = {
  identity: identityExamples,
  tenants: tenantsExamples,
  platformStaff: platformStaffExamples,
  audit: auditExamples,
  settings: platformSettingsExamples,
  flags: platformFlagsExamples,
};

export const examples = { owner: byPath(owner), admin: byPath(admin) };
