/** What the wire takes: everything else is a mistake of the caller. */
export type Parameter = string | null | Uint8Array;

/**
 * One statement on ss_auth, no transaction, with the guards of every other query. Arrays are passed as literals
 * (`{a,b}`), json and timestamps as text; columns come back named as in SQL: text for what has no parser,
 * numbers for int2 and int4 and floats, booleans, Date for timestamptz, parsed json, Buffer for bytea.
 */
export type Ask = (
  text: string,
  parameters: readonly Parameter[],
  /** Whose session it is, as the signed cookie says: it waits apart from those who are not signed in. */
  session?: string,
) => Promise<Record<string, unknown>[]>;
