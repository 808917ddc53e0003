import type { Env } from './env.ts';
import { type App, openApp } from './open-app.ts';
import { adminRouter, ownerRouter } from './root.ts';

export type { App } from './open-app.ts';

export const createApp = (env: Env): App =>
  openApp(env, { router: env.portal === 'owner' ? ownerRouter : adminRouter });
