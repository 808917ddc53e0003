import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrate } from '../migrate.ts';
import { rawConnection } from '../raw-connection.ts';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { copyMigrations, type MigrationsFolder } from '../testing/migrations-folder.ts';
import { testSecret } from '../testing/template.ts';
import { migrationNames } from './files.ts';

let test: TestDatabase;
let folder: MigrationsFolder;
beforeEach(async () => {
  test = await withTestDatabase();
  folder = copyMigrations();
});
afterEach(async () => {
  folder.remove();
  await test.drop();
});

const up = async (lines: string[] = []): Promise<string[]> => {
  await migrate({ url: test.ownerUrl, secret: testSecret, folder: folder.path, log: (line) => lines.push(line) });
  return lines.filter((line) => !line.startsWith('doors'));
};
/** The migration's own connections that run such a statement now. */
const running = (like: string) => test.sql<{ pid: number }[]>`
  select pid from pg_stat_activity where datname = ${test.name} and state = 'active' and query ilike ${like} and pid <> pg_backend_pid()`;
/** Cuts the connection that runs such a statement, as soon as it does. */
const cutOff = async (like: string) => {
  const pids = await vi.waitFor(
    async () => {
      const found = await running(like);
      expect(found).toHaveLength(1);
      return found;
    },
    { timeout: 10_000 },
  );
  for (const { pid } of pids) await test.sql`select pg_terminate_backend(${pid})`;
};
const applied = async () =>
  (await test.sql<{ name: string }[]>`select name from wall.migrations order by name`).at(-1)?.name;
const indexes = (name: string) =>
  test.sql<{ valid: boolean }[]>`select indisvalid as valid from pg_index where indexrelid = to_regclass(${name})`;

describe('time', () => {
  it('a migration may take longer than the database gives a call', async () => {
    await test.sql.unsafe(`alter database ${test.name} set transaction_timeout = '1s';
      alter database ${test.name} set statement_timeout = '900ms'`);
    const name = folder.add('slow', 'reset role; select pg_sleep(1.2); set local role ss_owner;');
    const call = rawConnection(test.ownerUrl);
    await expect(call`select pg_sleep(1.2)`).rejects.toMatchObject({ code: '57014' });
    await call.end();
    expect(await up()).toEqual([`applied ${name}`]);
  });
});

describe('an end in the middle', () => {
  const columns = () => test.sql`select from pg_attribute where attname = 'half'`;

  it('of a statement leaves nothing, and the file is due again', async () => {
    const name = folder.add('half', 'alter table libraries add column half integer; select 1 / 0;');
    await expect(up()).rejects.toMatchObject({ code: '22012' });
    expect(await columns()).toHaveLength(0);
    writeFileSync(join(folder.path, `${name}.sql`), 'alter table libraries add column half integer;');
    expect(await up()).toEqual([`applied ${name}`]);
  });

  it('of the connection is told, leaves nothing, and the file is due again', async () => {
    const name = folder.add(
      'half',
      'alter table libraries add column half integer; reset role; select pg_sleep(1); set local role ss_owner;',
    );
    const cut = up();
    cut.catch(() => undefined);
    await cutOff('begin; set local role%');
    await expect(cut).rejects.toMatchObject({ code: '57P01' });
    expect(await columns()).toHaveLength(0);
    expect(await up()).toEqual([`applied ${name}`]);
    expect(await columns()).toHaveLength(1);
  });
});

describe('space', () => {
  it('a migration may sort in larger files than the database gives a call', async () => {
    await test.sql.unsafe(`alter database ${test.name} set temp_file_limit = '256kB'`);
    const sort = 'select count(*) from (select random() from generate_series(1, 200000) order by 1 offset 1)';
    const call = rawConnection(test.ownerUrl);
    await expect(call.unsafe(`set work_mem = '64kB'; ${sort}`).simple()).rejects.toMatchObject({ code: '53400' });
    await call.end();
    const name = folder.add('large', `set local work_mem = '64kB'; ${sort};`);
    expect(await up()).toEqual([`applied ${name}`]);
  });
});

describe('order', () => {
  const rename = (from: string, to: string) => {
    rmSync(join(folder.path, `${from}.sql`));
    writeFileSync(join(folder.path, `${to}.sql`), 'select 1');
  };

  it('a gap, a number that is taken and a name without one are refused', async () => {
    const name = folder.add('next', 'select 1');
    for (const wrong of [
      name.replace('next', 'again'),
      `${Number(name.slice(0, 4)) + 2}`.padStart(4, '0').concat('_gap'),
      'later',
    ]) {
      writeFileSync(join(folder.path, `${wrong}.sql`), 'select 1');
      await expect(up(), wrong).rejects.toThrow('out of order');
      rmSync(join(folder.path, `${wrong}.sql`));
    }
    expect(await up()).toEqual([`applied ${name}`]);
  });

  it('a file that comes before what is applied is refused, and so is one that was changed or replaced', async () => {
    const first = folder.add('first', 'select 1');
    const second = folder.add('second', 'select 2');
    await up();
    await test.sql`delete from wall.migrations where name = ${first}`;
    await expect(up()).rejects.toThrow(`${first} comes too late: the database is at ${second}`);
    await test.sql`insert into wall.migrations (name, hash, oldest_code) values (${first}, 'x', '0000')`;
    await expect(up()).rejects.toThrow(`${first} was changed`);
    rename(first, first.replace('first', 'other'));
    await expect(up()).rejects.toThrow('comes too late');
    await test.sql`delete from wall.migrations where name = ${second}`;
    rmSync(join(folder.path, `${second}.sql`));
    await expect(up()).rejects.toThrow(`has the migration ${first}, which this code does not know`);
  });

  it('a database that is ahead stays as it is', async () => {
    const name = folder.add('ahead', 'select 1');
    await up();
    rmSync(join(folder.path, `${name}.sql`));
    expect(await up()).toEqual([]);
    expect(await applied()).toBe(name);
  });
});

describe('outside a transaction', () => {
  const head = '-- outside a transaction\n';
  const unique = `${head}create unique index concurrently if not exists libraries_probe_idx on libraries (tenant_id, city);`;
  const row = (id: number, city: string) => `
    insert into tenants (id, name, slug, email) values ('00000000-0000-7000-8000-00000000000${id}', 'T', 't${id}', 'a@b.c');
    insert into libraries (tenant_id, name, code, address, city, state, pincode, capacity, hours)
      values ('00000000-0000-7000-8000-000000000002', 'L', 'l${id}', '-', '${city}', '-', '302001', 1, '[1,2,3,4,5,6,7]');`;

  it('an index is built beside a call that writes, and beside a second migration that waits', async () => {
    const name = folder.add('index', unique);
    const writer = rawConnection(test.ownerUrl);
    await writer`begin`;
    await writer.unsafe(row(2, 'Jaipur')).simple();
    const told: string[] = [];
    const both = [up(told), up(told)];
    await vi.waitFor(() => expect(told.join()).toContain('another migration'), { timeout: 10_000 });
    await vi.waitFor(async () => expect(await running('%create unique index concurrently%')).toHaveLength(1), {
      timeout: 10_000,
    });
    // It waits for the writer, who may go on all the same.
    await writer`update libraries set city = 'Kota'`;
    await writer`commit`;
    await Promise.all(both);
    expect(told.filter((line) => line.startsWith('applied'))).toEqual([`applied ${name}`]);
    expect(await indexes('libraries_probe_idx')).toEqual([{ valid: true }]);
    await writer.end();
  });

  it('a build that was cut off or failed is begun anew', async () => {
    const name = folder.add(
      'index',
      `${unique}\n--> statement-breakpoint\n
      create index concurrently if not exists libraries_other_idx on libraries (tenant_id, state);`,
    );
    await test.sql.unsafe(row(2, 'Jaipur')).simple();
    const writer = rawConnection(test.ownerUrl);
    await writer`begin`;
    await writer`update libraries set city = 'Kota'`;
    const cut = up();
    cut.catch(() => undefined);
    await cutOff('%create unique index concurrently%');
    await expect(cut).rejects.toThrow();
    await writer`rollback`;
    await writer.end();
    expect(await indexes('libraries_probe_idx')).toEqual([{ valid: false }]);
    await test.sql.unsafe(row(3, 'Jaipur')).simple();
    await expect(up()).rejects.toMatchObject({ code: '23505' });
    expect(await indexes('libraries_probe_idx')).toEqual([{ valid: false }]);
    await test.sql`update libraries set city = code`;
    expect(await up()).toEqual([`applied ${name}`]);
    expect(await indexes('libraries_probe_idx')).toEqual([{ valid: true }]);
    expect(await indexes('libraries_other_idx')).toEqual([{ valid: true }]);
  });

  it('an index that could not be built twice is refused before anything happens', async () => {
    folder.add('index', unique.replace(' if not exists', ''));
    await expect(up()).rejects.toThrow('IF NOT EXISTS');
    expect(await applied()).toBe(migrationNames().at(-1));
  });
});
