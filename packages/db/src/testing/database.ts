import { randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { type Login, loginUrls } from '../logins.ts';
import { dressDatabase } from '../migrate.ts';
import { rawConnection } from '../raw-connection.ts';
import { startTestCluster } from './cluster.ts';
import { testCluster } from './env.ts';
import { databaseUrl, makeTemplate, templateName, testSecret } from './template.ts';

export interface TestDatabase {
  name: string;
  /** The superuser's address: past the wall, for fixtures and checks only. */
  ownerUrl: string;
  urls: Record<Login, string>;
  sql: Sql;
  drop(): Promise<void>;
}

interface Cluster {
  url: string;
  release(): Promise<void>;
}

let own: Promise<{ url: string; stop(): Promise<void> }> | null = null;
let users = 0;

async function startOwn(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = await startTestCluster();
  await makeTemplate(server.url);
  return server;
}

/** The run's cluster; outside a test run (a soak) one that lives as long as its last database. */
async function cluster(): Promise<Cluster> {
  const shared = testCluster.get();
  if (shared) return { url: shared, release: async () => undefined };
  users++;
  own ??= startOwn();
  const server = await own;
  return {
    url: server.url,
    release: async () => {
      users--;
      if (users > 0) return;
      own = null;
      await server.stop();
    },
  };
}

/** A database of its own, cloned from the migrated template. */
export async function withTestDatabase(): Promise<TestDatabase> {
  const { url, release } = await cluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = rawConnection(url);
  try {
    // Files are copied at once, in 15 ms; the other way every page passes through the log, in 40.
    await admin.unsafe(`create database ${name} template ${templateName} strategy file_copy`);
    // A clone takes neither the grants nor the settings of its template along.
    await dressDatabase(admin, name);
  } finally {
    await admin.end();
  }
  const ownerUrl = databaseUrl(url, name);
  const sql = rawConnection(ownerUrl, { max: 2 });
  const drop = async () => {
    await sql.end();
    const remover = rawConnection(url);
    await remover.unsafe(`drop database if exists ${name} with (force)`);
    await remover.end();
    await release();
  };
  return { name, ownerUrl, urls: loginUrls(ownerUrl, testSecret), sql, drop };
}
