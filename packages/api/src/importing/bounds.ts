export const MOST_BYTES = 5 * 1024 * 1024;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 60;
/** What a cell holds beyond is cut: no field takes more. */
export const MOST_LETTERS = 2_000;
