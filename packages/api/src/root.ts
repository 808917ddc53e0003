import type { inferRouterOutputs } from '@trpc/server';
import { identityRouter } from './domains/identity/router.ts';
import { librariesRouter } from './domains/libraries/router.ts';
import { platformStaffRouter, staffRouter } from './domains/staff/router.ts';
import {
  auditRouter,
  flagsRouter,
  platformFlagsRouter,
  platformSettingsRouter,
  settingsRouter,
} from './domains/system/router.ts';
import { tenantsRouter } from './domains/tenants/router.ts';
import { router } from './procedures/router.ts';

export const ownerRouter = router({
  identity: identityRouter,
  libraries: librariesRouter,
  staff: staffRouter,
  settings: settingsRouter,
  flags: flagsRouter,
});

export const adminRouter = router({
  identity: identityRouter,
  tenants: tenantsRouter,
  platformStaff: platformStaffRouter,
  audit: auditRouter,
  settings: platformSettingsRouter,
  flags: platformFlagsRouter,
});

export type OwnerRouter = typeof ownerRouter;
export type AdminRouter = typeof adminRouter;

/** What each procedure answers, by path: what a screen shows takes its types from here. */
export type OwnerOutputs = inferRouterOutputs<OwnerRouter>;
export type AdminOutputs = inferRouterOutputs<AdminRouter>;
