import { closeOtherDatabases } from '../doors/database-doors.ts';
import { migrate } from '../migrate.ts';
import { rawConnection } from '../raw-connection.ts';

export const templateName = 'template_studyspot';
/** The logins' passwords in every test cluster are made from this. */
export const testSecret = 'a secret of tests alone';

export function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** The one migrated database that every test file's own is cloned from. */
export async function makeTemplate(clusterUrl: string): Promise<void> {
  const sql = rawConnection(clusterUrl);
  try {
    await sql.unsafe(`create database ${templateName}`);
    await migrate({ url: databaseUrl(clusterUrl, templateName), secret: testSecret, log: () => undefined });
    await closeCluster(clusterUrl);
    // Nobody may be connected to a template while it is cloned.
    await sql.unsafe(`alter database ${templateName} with allow_connections false is_template true`);
  } finally {
    await sql.end();
  }
}

/** The cluster is the tests' own: logins enter the databases made for them and no others. */
async function closeCluster(clusterUrl: string): Promise<void> {
  const sql = rawConnection(databaseUrl(clusterUrl, templateName));
  await closeOtherDatabases(sql).finally(() => sql.end());
}
