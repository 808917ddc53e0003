import * as z from 'zod/mini';
import { atMost, id, instant, line, optionalInstant, requestKey, version } from '../../fields.ts';
import { listInput } from '../../procedures/list.ts';
import { IMPORT_ACTS, IMPORT_ROW_STATES, IMPORT_STATES, IMPORT_VIEWS, MOST_PARTS, PART_BYTES } from './names.ts';

const MOST_COLUMNS = 60;
const MOST_LINES = 20_100;

const columnName = z.string().check(atMost(40));

const base64 = z.string().check(
  atMost(Math.ceil(PART_BYTES / 3) * 4),
  z.minLength(4),
  z.refine((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text), { error: 'invalid' }),
);

export const importPartInput = z.object({ requestKey, data: base64 });
export const importPart = z.object({ id });
export const beginImportInput = z.object({
  requestKey,
  kind: columnName,
  /** Where those who are new are at home. */
  libraryId: id,
  fileName: line(200),
  parts: z.array(id).check(z.minLength(1), z.maxLength(MOST_PARTS)),
});
export const importInput = z.object({ id });
export const mapImportInput = z.object({
  id,
  version,
  headerNo: z.int().check(z.gte(0), z.lte(MOST_LINES)),
  columns: z.array(z.nullable(columnName)).check(z.minLength(1), z.maxLength(MOST_COLUMNS)),
});
export const actOnImportInput = z.object({ id, act: z.enum(IMPORT_ACTS) });
export const mendRowInput = z.object({ id, column: columnName, text: z.string().check(atMost(2_000)) });
/** `out`: left out. `meant`: doubtful, and brought in nevertheless. */
export const chooseRowInput = z.object({ id, out: z.optional(z.boolean()), meant: z.optional(z.boolean()) });

export const listImportsInput = listInput({ kind: z.optional(columnName) }, ['createdAt']);
export const importRowsInput = z.extend(listInput({ view: z.optional(z.enum(IMPORT_VIEWS)) }, ['no']), {
  importId: id,
});

const fault = z.object({ column: z.string(), message: z.string(), about: z.optional(z.string()) });

export const importItem = z.object({
  id,
  kind: z.string(),
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  version: z.int(),
  createdAt: instant,
  finishedAt: optionalInstant,
});
export const importRow = z.object({
  id,
  no: z.int(),
  cells: z.array(z.string()),
  state: z.enum(IMPORT_ROW_STATES),
  isOut: z.boolean(),
  isMeant: z.boolean(),
  faults: z.array(fault),
  targetId: z.nullable(id),
});
export const importDetail = z.extend(importItem, {
  libraryId: id,
  trouble: z.nullable(z.string()),
  headerNo: z.int(),
  titles: z.array(z.string()),
  columns: z.array(z.nullable(z.string())),
  /** Those that there are. */
  known: z.array(z.string()),
  /** The first lines of the file, for whoever says which holds the titles. */
  first: z.array(z.object({ no: z.int(), cells: z.array(z.string()) })),
  counts: z.record(z.enum(IMPORT_VIEWS), z.int()),
  undone: z.int(),
  places: z.object({ limit: z.int(), used: z.int() }),
  undoableTill: optionalInstant,
});
export const leftRows = z.object({
  titles: z.array(z.string()),
  rows: z.array(z.object({ no: z.int(), cells: z.array(z.string()), isOut: z.boolean(), faults: z.array(fault) })),
});
