import type * as z from 'zod/mini';
import { valueAt } from './value-at.tsx';

export interface FieldFault {
  path: string;
  /** A key of the `fields` sentences. */
  key: string;
  values: Record<string, number>;
}

export type Schema = z.ZodMiniType;

function sized(issue: { origin: string }, size: number, small: boolean): Omit<FieldFault, 'path'> {
  const values = small ? { minimum: size } : { maximum: size };
  if (issue.origin === 'string') return { key: small ? 'tooShort' : 'tooLong', values };
  if (issue.origin === 'array') return { key: small ? 'tooFew' : 'tooMany', values };
  return { key: small ? 'tooSmall' : 'tooBig', values };
}

const formats: Record<string, string> = { email: 'email', guid: 'uuid', uuid: 'uuid', datetime: 'date' };

function keyOf(issue: z.core.$ZodIssue, known: (key: string) => boolean): Omit<FieldFault, 'path'> {
  if (known(issue.message)) return { key: issue.message, values: {} };
  if (issue.code === 'too_small') return sized(issue, Number(issue.minimum), true);
  if (issue.code === 'too_big') return sized(issue, Number(issue.maximum), false);
  if (issue.code === 'invalid_format') return { key: formats[issue.format] ?? 'format', values: {} };
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return { key: 'choice', values: {} };
  if (issue.code === 'invalid_type') return { key: issue.expected === 'int' ? 'whole' : 'number', values: {} };
  return { key: 'invalid', values: {} };
}

/** What the shared schema finds, one fault for each field, in the order of the schema. */
export function faultsOf(schema: Schema, input: unknown, known: (key: string) => boolean): FieldFault[] {
  const result = schema.safeParse(input);
  if (result.success) return [];
  const first = new Map<string, FieldFault>();
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join('.');
    if (first.has(path)) continue;
    const value = valueAt(input, issue.path);
    const blank = value === undefined || value === null || value === '' || Number.isNaN(value);
    first.set(path, blank ? { path, key: 'required', values: {} } : { path, ...keyOf(issue, known) });
  }
  return [...first.values()];
}
