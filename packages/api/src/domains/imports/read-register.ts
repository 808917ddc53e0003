import { desc, eq, inArray, ne, sql } from '@studyspot/db/query';
import { importParts, imports } from '@studyspot/db/schema/imports';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import { cellsOf, type Line } from '../../importing/cells-of.ts';
import { type Header, headerOf } from '../../importing/header-of.ts';
import { Unreadable } from '../../importing/unreadable.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { type ImportOf, kindOf } from './guards.ts';

const LINES_AT_ONCE = 2_000;
const REMEMBERED = 20;

async function bytesOf(db: ChangeHandle, { parts }: ImportOf): Promise<Buffer> {
  const rows = await db.select().from(importParts).where(inArray(importParts.id, parts));
  const data = new Map(rows.map((row) => [row.id, row.data]));
  return Buffer.concat(parts.map((id) => data.get(id) ?? new Uint8Array()));
}

const plain = (title: string): string => title.toLowerCase().trim();

/** As the same titles were understood the last times, each by itself; else as they are guessed. */
async function remembered(db: ChangeHandle, { id, kind }: ImportOf, header: Header): Promise<(string | null)[]> {
  const rows = await db
    .select({ titles: imports.titles, columns: imports.columns })
    .from(imports)
    .where(sql`${eq(imports.kind, kind)} and ${ne(imports.id, id)} and ${imports.version} > 2`)
    .orderBy(desc(imports.createdAt))
    .limit(REMEMBERED);
  const meant = new Map<string, string | null>();
  for (const { titles, columns } of rows)
    for (const [at, title] of titles.entries())
      if (title !== '' && !meant.has(plain(title))) meant.set(plain(title), columns[at] ?? null);
  const taken = new Set<string>();
  return header.titles.map((title, at) => {
    const said = meant.get(plain(title));
    const name = said === undefined ? (header.columns[at] ?? null) : said;
    if (name === null || taken.has(name)) return null;
    taken.add(name);
    return name;
  });
}

async function keepLines(db: ChangeHandle, id: string, lines: readonly Line[]): Promise<void> {
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE)
    await db.run(sql`insert into import_rows (import_id, no, cells)
      select ${id}::uuid, r.no, r.cells
        from jsonb_to_recordset(${JSON.stringify(lines.slice(from, from + LINES_AT_ONCE))}::jsonb) r(no int, cells jsonb)`);
}

/** Reads the file of an import into its lines. Its bytes are not kept. */
export async function readRegister(db: ChangeHandle, row: ImportOf): Promise<void> {
  const bytes = await bytesOf(db, row);
  await db.update(importParts).set({ data: new Uint8Array() }).where(inArray(importParts.id, row.parts));
  try {
    const lines = cellsOf(bytes);
    const header = headerOf(lines, kindOf(row.kind).columns);
    const columns = await remembered(db, row, header);
    await keepLines(db, row.id, lines);
    const { no: headerNo, titles } = header;
    await writeVersioned(db, imports, row, 'import.read', { state: 'read', headerNo, titles, columns });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    await writeVersioned(db, imports, row, 'import.failed', { state: 'failed', trouble: error.trouble });
  }
}
