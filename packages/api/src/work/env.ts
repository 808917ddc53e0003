import * as z from 'zod/mini';
import { readSettings } from '../env.ts';

const shape = {
  NODE_ENV: z._default(z.enum(['development', 'production', 'test']), 'production'),
  DATABASE_URL_SYSTEM: z.string().check(z.regex(/^postgres(ql)?:\/\//)),
  DATABASE_URL_POST: z.string().check(z.regex(/^postgres(ql)?:\/\//)),
  OWNER_URL: z.url(),
  ADMIN_URL: z.url(),
  MAIL_URL: z.string().check(z.regex(/^smtps?:\/\//)),
  MAIL_FROM: z.string().check(z.minLength(1)),
  WORKER_PORT: z._default(z.coerce.number<string>().check(z.int(), z.gte(1), z.lte(65_535)), 3012),
  LOG_LEVEL: z._default(z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']), 'info'),
};

/** The names that a worker reads. */
export const workerEnvNames: readonly string[] = Object.keys(shape).filter((name) => name !== 'NODE_ENV');

export type WorkerEnv = z.infer<z.ZodMiniObject<typeof shape>>;

export const readWorkerEnv = (source: Record<string, string | undefined> = process.env): WorkerEnv =>
  readSettings('this worker', z.object(shape), source);
