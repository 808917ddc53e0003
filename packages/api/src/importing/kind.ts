import type { ChangeHandle, ReadHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import type { Permission } from '../permissions/table.ts';

/** What is wrong in the cell of a column, by the key of its sentence; `about` names what it is about. */
export interface ImportFault {
  column: string;
  message: string;
  about?: string;
}

export type Values = Record<string, unknown>;

export interface ImportColumn {
  /** As the field of the form; what is read into several fields has a name of its own. */
  name: string;
  /** What people call it: as it sounds, so that a spelling in Hindi is found by one in Latin letters. */
  words: readonly string[];
  /** What a cell that is not blank says; a text is the key of what is wrong. */
  read: (cell: string, today: string) => Values | string;
}

export const ROW_STATES = ['new', 'changed', 'same', 'doubtful', 'bad'] as const;
export type Judged = (typeof ROW_STATES)[number];

/** A row as it was read, before anything is known of others. */
export interface Draft {
  id: string;
  no: number;
  /** Null where something is wrong. */
  values: Values | null;
  faults: readonly ImportFault[];
  /** By which two are one and the same. */
  key: string | null;
  /** Left out by a person. */
  out: boolean;
  /** Doubtful, and meant nevertheless. */
  meant: boolean;
}

export interface Verdict {
  id: string;
  state: Judged;
  faults: readonly ImportFault[];
  /** What is there already. */
  targetId: string | null;
}

export interface Waiting {
  id: string;
  /** What a new one is called: the same however often its row is tried. */
  newId: string;
  state: Judged;
  values: Values;
  meant: boolean;
  targetId: string | null;
}

export interface Applied {
  id: string;
  state: 'made' | 'written' | 'left';
  faults: readonly ImportFault[];
  targetId: string | null;
  /** As it was where it was changed. */
  before: Values | null;
  /** Its version since. */
  wrote: number | null;
}

export interface Undoing {
  id: string;
  state: 'made' | 'written';
  targetId: string;
  before: Values | null;
  wrote: number;
}

/** What a domain says of itself so that a register of it can be brought in, in `import-NOUN.ts`. */
export interface ImportKind {
  /** What whoever imports must hold. */
  needs: readonly Permission[];
  columns: readonly ImportColumn[];
  /** Every field of the form, as it is where nothing is said of it. */
  blank: Values;
  /** The schema of the form. */
  schema: z.ZodMiniType;
  /** What is wrong with all of it together. */
  whole: (values: Values, today: string) => readonly ImportFault[];
  keyOf: (values: Values) => string | null;
  /** All rows of the given keys, in the order of the file. */
  judge: (db: ReadHandle, rows: readonly Draft[]) => Promise<Verdict[]>;
  /** How many the plan lets in, and how many there are. */
  places: (db: ReadHandle) => Promise<{ limit: number; used: number }>;
  apply: (db: ChangeHandle, rows: readonly Waiting[], at: { libraryId: string; today: string }) => Promise<Applied[]>;
  /** Gives the rows that nobody has touched since, and that are as before. */
  undo: (db: ChangeHandle, rows: readonly Undoing[], now: Date) => Promise<string[]>;
}
