import * as z from 'zod/mini';
import { inputError } from '../errors/zod-faults.ts';

export type Schema = z.core.$ZodType;

/** The input as its schema wants it, or one error with a fault per field. */
export function readInput<S extends Schema>(schema: S, raw: unknown): z.core.output<S> {
  const parsed = z.core.safeParse(schema, raw, { reportInput: true });
  if (!parsed.success) throw inputError(parsed.error.issues);
  return parsed.data;
}

/** What may leave: unknown columns are dropped, anything else that does not fit is our own mistake. */
export function writeOutput<S extends Schema>(schema: S, result: unknown): z.core.output<S> {
  const parsed = z.core.safeParse(schema, result);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')} (${issue.code})`);
  throw new Error(`output does not fit its schema: ${where.join(', ')}`);
}

const children = (def: unknown): Schema[] => {
  const found: Schema[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isSchema(value)) found.push(value);
    else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
      Object.values(value).forEach(visit);
  };
  if (typeof def === 'object' && def !== null) Object.values(def).forEach(visit);
  return found;
};

const harmless = new Set<unknown>(['overwrite', 'min_length']);
const ofOneLength = new Set<unknown>(['guid', 'uuid']);

function isMeasured(def: z.core.$ZodTypeDef): boolean {
  if ('format' in def && ofOneLength.has(def.format)) return true;
  const checks = (def.checks ?? []).map((check) => check._zod.def);
  const first = checks.find(({ check }) => !harmless.has(check));
  if (def.type === 'array') return checks.some(({ check }) => check === 'max_length' || check === 'length_equals');
  return !('format' in def) && first?.check === 'max_length' && first.abort === true;
}

/** Where an input takes a list of any length, or hands on a text that was not measured first (`atMost` of fields.ts). */
export function unmeasuredPlaces(schema: Schema, path = 'input', seen = new Set<Schema>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { checks: _, ...def } = schema._zod.def;
  const { type } = def;
  const own = (type === 'string' || type === 'array') && !isMeasured(schema._zod.def) ? [`${path}: ${type}`] : [];
  const shape = 'shape' in def && typeof def.shape === 'object' ? Object.entries(def.shape ?? {}) : [];
  const named = shape.filter((field): field is [string, Schema] => isSchema(field[1]));
  const inner = shape.length > 0 ? [] : children(def).map((child) => [child._zod.def.type, child] as const);
  return [...own, ...[...named, ...inner].flatMap(([name, child]) => unmeasuredPlaces(child, `${path}.${name}`, seen))];
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && '_zod' in value;

/** Where an output lets through what it does not name: any, unknown, custom, or an object open to further keys. */
export function openPlaces(schema: Schema, path = 'output', seen = new Set<Schema>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const def = schema._zod.def;
  if (['any', 'unknown', 'custom', 'promise', 'function'].includes(def.type)) return [`${path}: ${def.type}`];
  const found: string[] = [];
  // A closed object has no catchall, or refuses with never.
  const catchall = 'catchall' in def && isSchema(def.catchall) ? def.catchall._zod.def.type : 'never';
  if (catchall !== 'never') found.push(`${path}: object open to ${catchall}`);
  const lazy = 'getter' in def && typeof def.getter === 'function' ? [def.getter()].filter(isSchema) : [];
  for (const child of [...children(def), ...lazy])
    found.push(...openPlaces(child, `${path}.${child._zod.def.type}`, seen));
  return found;
}
