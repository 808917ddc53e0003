import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from './env';

const client = postgres(env.databaseUrl, { max: 10, ...(env.databaseSocket ? { path: env.databaseSocket } : {}) });

export const db = drizzle({ client });
