import type { inferRouterOutputs } from '@trpc/server';
import { router } from './procedures/router.ts';
import * as admin from './routers/admin.ts';
import * as owner from './routers/owner.ts';

export const ownerRouter = router(owner);
export const adminRouter = router(admin);

export type OwnerRouter = typeof ownerRouter;
export type AdminRouter = typeof adminRouter;

/** What each procedure answers, by path: what a screen shows takes its types from here. */
export type OwnerOutputs = inferRouterOutputs<OwnerRouter>;
export type AdminOutputs = inferRouterOutputs<AdminRouter>;
