import { join } from 'node:path';
import { closeOtherDatabases } from '../../packages/db/src/doors/database-doors.ts';
import { type Login, loginUrls } from '../../packages/db/src/logins.ts';
import { migrate, OldServer } from '../../packages/db/src/migrate.ts';
import { startPostgres } from '../../packages/db/src/postgres-server.ts';
import { rawConnection } from '../../packages/db/src/raw-connection.ts';
import { PlainError } from './plain-error.ts';

export interface RunningDatabase {
  /** The migrator's address: it stays in this process. */
  url: string;
  logins: Record<Login, string>;
  ended: Promise<void>;
  stop(): Promise<void>;
}

export async function startEmbedded(
  dir: string,
  port: number,
  secret: string,
  disposable = false,
): Promise<RunningDatabase> {
  const server = await startPostgres({
    dir: join(dir, 'postgres'),
    port,
    disposable,
    settings: { max_connections: '100' },
  }).catch((error: unknown) => {
    throw new PlainError(error instanceof Error ? error.message : String(error));
  });
  const overSocket = new URL(server.url);
  overSocket.hostname = 'localhost';
  overSocket.searchParams.set('host', server.socketDirectory);
  const url = overSocket.href;
  await closeOwnServer(url);
  return { url, logins: loginUrls(url, secret), ended: server.ended, stop: () => server.stop() };
}

/** The server is ours alone: its other databases are nobody's, and their own doors stand open. */
async function closeOwnServer(url: string): Promise<void> {
  const sql = rawConnection(url);
  await closeOtherDatabases(sql).finally(() => sql.end());
}

export function useServer(url: string, secret: string): RunningDatabase {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new PlainError(`DATABASE_URL is not an address. ${shape}`);
  return { url, logins: loginUrls(url, secret), ended: new Promise(() => undefined), stop: async () => undefined };
}

const shape =
  'It looks like postgres://user:password@host:5432/studyspot; leave it out to use the PostgreSQL that comes along.';

const whyNot: Record<string, string> = {
  ECONNREFUSED: 'nobody answers at that host and port',
  ENOTFOUND: 'that host is not known',
  EAI_AGAIN: 'that host is not known',
  ETIMEDOUT: 'that host does not answer',
  CONNECT_TIMEOUT: 'that host does not answer',
  EHOSTUNREACH: 'that host cannot be reached',
  ECONNRESET: 'what answers there is not a PostgreSQL server',
  CONNECTION_CLOSED: 'what answers there is not a PostgreSQL server',
  CONNECTION_ENDED: 'what answers there is not a PostgreSQL server',
  '28P01': 'the server refuses that user and password',
  '28000': 'the server refuses that user',
  '3D000': 'there is no database of that name',
  '42501': 'that user may not make roles and tables: use the owner of the server or a superuser',
};

export async function bringUpToDate(database: RunningDatabase, secret: string): Promise<void> {
  try {
    await migrate({ url: database.url, secret, log: (line) => console.log(`  ${line}`) });
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    const why = error instanceof OldServer ? error.message : whyNot[code];
    if (why) throw new PlainError(`DATABASE_URL does not lead to a usable database: ${why}. ${shape}`);
    throw error;
  }
}
