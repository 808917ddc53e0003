import { t } from './trpc.ts';

export const router = t.router;
export const makeCallerFactory = t.createCallerFactory;
