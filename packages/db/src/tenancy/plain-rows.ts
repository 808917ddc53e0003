import { parseArrayLiteral } from './array-literal.ts';
import type { Answer } from './slot.ts';

const decoders: Record<number, (text: string) => unknown> = {
  1184: (text) => new Date(text),
  1114: (text) => new Date(`${text}Z`),
  114: (text) => JSON.parse(text),
  3802: (text) => JSON.parse(text),
  1009: parseArrayLiteral,
  2951: parseArrayLiteral,
};

/** Rows of a hand-written query: dates, json and arrays of text are read by their type. */
export function plainRows(answer: Answer): Record<string, unknown>[] {
  const special = (answer.columns ?? []).filter((column) => column.type in decoders);
  return answer.map((found) => {
    const row: Record<string, unknown> = { ...found };
    for (const { name, type } of special) {
      const value = row[name];
      if (typeof value === 'string') row[name] = decoders[type]?.(value);
    }
    return row;
  });
}
