import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rawConnection } from '@studyspot/db/raw-connection';
import { and, asc, count, eq, ilike, isNull, or } from 'drizzle-orm';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';

// The same list and search as most would write them: a pool, columns compared anywhere, and the tenant in each query.
const students = pgTable('students', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  code: text('code').notNull(),
  phone: text('phone').notNull(),
  status: text('status').notNull(),
  removedAt: timestamp('removed_at'),
});

const [url = '', tenant = ''] = process.argv.slice(2);
const db = drizzle({ client: rawConnection(url, { max: 8 }) });
const server = createServer(async (request, response) => {
  const q = new URL(request.url ?? '/', 'http://here').searchParams.get('q');
  const like = `%${q}%`;
  const where = and(
    eq(students.tenantId, tenant),
    isNull(students.removedAt),
    q ? or(ilike(students.name, like), ilike(students.code, like), ilike(students.phone, like)) : undefined,
  );
  const [items, total] = await Promise.all([
    db.select().from(students).where(where).orderBy(asc(students.name)).limit(50),
    db.select({ all: count() }).from(students).where(where),
  ]);
  response.end(JSON.stringify({ items, total: total[0]?.all }));
});
await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
process.on('SIGTERM', () => process.exit(0));
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
