import type { App } from './open-app.ts';

declare global {
  var studyspotApp: App | undefined;
}

// A page bundle, a route handler and server.ts each load their own copy of this package: what must be one in the
// process (slots, limits, keys) hangs on globalThis, and server.ts puts it there.
export function placeApp(app: App): App {
  if (globalThis.studyspotApp) throw new Error('this process has an app already');
  globalThis.studyspotApp = app;
  return app;
}

export function appHere(): App {
  const app = globalThis.studyspotApp;
  if (!app) throw new Error('no app in this process: server.ts makes it before anything is served');
  return app;
}

export function removeApp(): void {
  globalThis.studyspotApp = undefined;
}
