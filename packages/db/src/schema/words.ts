import { customType } from 'drizzle-orm/pg-core';

/** Text that people read in a list, sorted by language rather than by byte. */
export const words = customType<{ data: string }>({ dataType: () => 'text collate wall.people' });

/** Text that a search compares, letter by letter, wherever the database runs. */
export const letters = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
