import type { core } from 'zod/mini';
import { AppError, type FieldFault } from './app-error.ts';
import type { Code } from './codes.ts';
import { isFieldMessage } from './sentences.ts';

type Issue = core.$ZodIssue;

const formats: Record<string, string> = {
  email: 'email',
  e164: 'phone',
  uuid: 'uuid',
  guid: 'uuid',
  url: 'url',
  date: 'date',
  datetime: 'date',
  time: 'time',
};

// A form sends an empty box as '' or null: to the person that is "not filled in", whatever the schema calls it.
const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

function size(issue: Issue & { code: 'too_small' | 'too_big' }): Pick<FieldFault, 'message' | 'values'> {
  const isSmall = issue.code === 'too_small';
  const values = isSmall ? { minimum: Number(issue.minimum) } : { maximum: Number(issue.maximum) };
  if (issue.origin === 'string') return { message: isSmall ? 'tooShort' : 'tooLong', values };
  if (issue.origin === 'array' || issue.origin === 'set') return { message: isSmall ? 'tooFew' : 'tooMany', values };
  // The safe range of integers is zod's own bound, not one a person would want to read.
  if (Math.abs(Object.values(values)[0] ?? 0) >= Number.MAX_SAFE_INTEGER) return { message: 'numberRange' };
  return { message: isSmall ? 'tooSmall' : 'tooBig', values };
}

function wrongType(expected: string): string {
  if (expected === 'int') return 'whole';
  if (expected === 'number' || expected === 'nan') return 'number';
  if (expected === 'date') return 'date';
  return expected === 'boolean' ? 'choice' : 'format';
}

function describe(issue: Issue): Pick<FieldFault, 'message' | 'values'> {
  if (isFieldMessage(issue.message)) return { message: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      return { message: wrongType(issue.expected) };
    case 'too_small':
    case 'too_big':
      return size(issue);
    case 'invalid_format':
      return { message: formats[issue.format] ?? 'format' };
    case 'not_multiple_of':
      return { message: 'number' };
    case 'unrecognized_keys':
    case 'invalid_key':
      return { message: 'unknown' };
    case 'invalid_value':
    case 'invalid_union':
      return { message: 'choice' };
    case 'invalid_element':
    case 'custom':
      return { message: 'invalid' };
  }
}

function kindOf(issue: Issue): Code {
  if (isBlank(issue.input) && issue.code !== 'custom') return 'required_field_missing';
  return issue.code === 'invalid_format' || issue.code === 'invalid_type' ? 'invalid_format' : 'validation';
}

/** The issues of one schema as one error: all merely missing, all badly written, or else plain validation. */
export function inputError(issues: readonly Issue[]): AppError {
  const first = new Map<string, FieldFault>();
  const kinds = new Set<Code>();
  for (const issue of issues) {
    const path = issue.path.map(String).join('.');
    const kind = kindOf(issue);
    kinds.add(kind);
    if (!first.has(path))
      first.set(path, { path, ...(kind === 'required_field_missing' ? { message: 'required' } : describe(issue)) });
  }
  const [only] = kinds;
  const code = kinds.size === 1 && only !== undefined ? only : 'validation';
  return new AppError(code, { fields: [...first.values()].slice(0, 50) });
}
