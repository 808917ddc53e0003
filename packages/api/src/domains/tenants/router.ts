import { exportOf } from '../../procedures/export-of.ts';
import { listOutput } from '../../procedures/list.ts';
import { platformProcedure } from '../../procedures/platform.ts';
import { router } from '../../procedures/router.ts';
import { timelineOf } from '../../procedures/timeline.ts';
import { done, lettersTo } from '../identity/schema.ts';
import { createTenant } from './create-tenant.ts';
import { getTenant } from './get-tenant.ts';
import { listLetters } from './letters/list-letters.ts';
import { listTenants } from './list-tenants.ts';
import { reactivateTenant } from './reactivate-tenant.ts';
import { removeTenant } from './remove-tenant.ts';
import { restoreTenant } from './restore-tenant.ts';
import {
  createTenantInput,
  listTenantsInput,
  tenantDetail,
  tenantInput,
  tenantItem,
  tenantReasonInput,
  tenantVersionInput,
  updateTenantInput,
} from './schema.ts';
import { sendWelcome } from './send-welcome.ts';
import { suspendTenant } from './suspend-tenant.ts';
import { updateTenant } from './update-tenant.ts';

export const tenantsRouter = router({
  list: platformProcedure('tenants:read').input(listTenantsInput).output(listOutput(tenantItem)).reads(listTenants),
  export: exportOf(platformProcedure('tenants:read'), 'tenant', listTenants, [listTenantsInput, tenantItem]),
  create: platformProcedure('tenants:create').input(createTenantInput).output(tenantDetail).creates(createTenant),
  get: platformProcedure('tenants:read').input(tenantInput).output(tenantDetail).reads(getTenant),
  timeline: timelineOf(platformProcedure('tenants:read'), 'tenant', getTenant),
  letters: platformProcedure('tenants:read').input(tenantInput).output(lettersTo).reads(listLetters),
  update: platformProcedure('tenants:update').input(updateTenantInput).output(tenantDetail).changes(updateTenant),
  suspend: platformProcedure('tenants:suspend').input(tenantReasonInput).output(tenantDetail).changes(suspendTenant),
  reactivate: platformProcedure('tenants:suspend')
    .input(tenantVersionInput)
    .output(tenantDetail)
    .changes(reactivateTenant),
  remove: platformProcedure('tenants:delete').input(tenantReasonInput).output(tenantDetail).changes(removeTenant),
  restore: platformProcedure('tenants:delete').input(tenantVersionInput).output(tenantDetail).changes(restoreTenant),
  sendWelcome: platformProcedure('tenants:create').input(tenantInput).output(done).changes(sendWelcome),
});
