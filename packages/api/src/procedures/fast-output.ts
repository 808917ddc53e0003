import type * as z from 'zod/mini';

type Schema = z.core.$ZodType;
type Known = z.core.$ZodTypes;

/** Says nothing about why: the schema itself is asked then. */
export const unfit = Symbol('unfit');

type Write = (value: unknown) => unknown;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const only =
  (fits: (value: unknown) => boolean): Write =>
  (value) =>
    fits(value) ? value : unfit;

function asSchemaSays(schema: Schema): Write {
  return (value) => {
    const parsed = schema._zod.run({ value, issues: [] }, { async: false });
    return parsed instanceof Promise || parsed.issues.length > 0 ? unfit : parsed.value;
  };
}

function writeString(schema: Schema, def: z.core.$ZodStringDef): Write {
  if (!('format' in def)) return only((value) => typeof value === 'string');
  // Ids are most of what is read; every other format is left to the schema.
  const pattern = 'pattern' in def && def.pattern instanceof RegExp && def.format === 'guid' ? def.pattern : null;
  if (!pattern || pattern.global || pattern.sticky) return asSchemaSays(schema);
  return only((value) => typeof value === 'string' && pattern.test(value));
}

/** `toLowerCase` and `trim` only rewrite; null where a check may refuse. */
function rewritesOf(checks: readonly z.core.$ZodCheck<never>[]): ((value: unknown) => unknown)[] | null {
  const rewrites: ((value: unknown) => unknown)[] = [];
  for (const { _zod } of checks) {
    const { def } = _zod;
    if (def.check !== 'overwrite' || !('tx' in def) || typeof def.tx !== 'function') return null;
    rewrites.push(def.tx as (value: unknown) => unknown);
  }
  return rewrites;
}

function writeText(schema: Schema, def: z.core.$ZodStringDef): Write {
  const rewrites = rewritesOf(def.checks ?? []);
  if (!rewrites) return asSchemaSays(schema);
  const write = writeString(schema, def);
  if (rewrites.length === 0) return write;
  return (value) => {
    const written = write(value);
    return written === unfit ? unfit : rewrites.reduce((text, rewrite) => rewrite(text), written);
  };
}

function writeNumber(schema: Schema, def: z.core.$ZodNumberDef): Write {
  if (!('format' in def)) return only(Number.isFinite);
  return def.format === 'safeint' ? only(Number.isSafeInteger) : asSchemaSays(schema);
}

function writeArray(def: z.core.$ZodArrayDef): Write {
  const write = writerOf(def.element);
  return (value) => {
    if (!Array.isArray(value)) return unfit;
    const written = new Array<unknown>(value.length);
    for (let i = 0; i < value.length; i++) {
      const item = write(value[i]);
      if (item === unfit) return unfit;
      written[i] = item;
    }
    return written;
  };
}

function writeObject(schema: Schema, def: z.core.$ZodObjectDef): Write {
  const keys = Object.keys(def.shape);
  const children = Object.values(def.shape);
  const isPlain = children.every(({ _zod }) => _zod.optin === undefined && _zod.optout === undefined);
  if (def.catchall || !isPlain || Object.getOwnPropertySymbols(def.shape).length > 0) return asSchemaSays(schema);
  const writes = children.map(writerOf);
  return (value) => {
    if (!isRecord(value)) return unfit;
    const written: Record<string, unknown> = {};
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      const write = writes[i];
      if (key === undefined || write === undefined) return unfit;
      const given = value[key];
      const item = given === undefined ? unfit : write(given);
      if (item === unfit) return unfit;
      written[key] = item;
    }
    return written;
  };
}

function writePipe(schema: Schema, def: z.core.$ZodPipeDef): Write {
  if (def.transform || def.reverseTransform) return asSchemaSays(schema);
  const first = writerOf(def.in);
  const then = writerOf(def.out);
  return (value) => {
    const between = first(value);
    return between === unfit ? unfit : then(between);
  };
}

function writeTransform(schema: Schema, def: z.core.$ZodTransformDef): Write {
  // With a second parameter it may raise issues.
  if (def.transform.length > 1) return asSchemaSays(schema);
  return (value) => {
    const turned = def.transform(value, { value, issues: [] });
    return turned instanceof Promise ? unfit : turned;
  };
}

function writeUnion(def: z.core.$ZodUnionDef, schema: Schema): Write {
  const [option] = def.options;
  // The first that fits wins; what the first does not take is left to the schema.
  const first: Write = option && !('discriminator' in def) ? writerOf(option) : () => unfit;
  const whole = asSchemaSays(schema);
  return (value) => {
    const written = first(value);
    return written === unfit ? whole(value) : written;
  };
}

function writeNullable(def: z.core.$ZodNullableDef): Write {
  const write = writerOf(def.innerType);
  return (value) => (value === null ? null : write(value));
}

/**
 * A schema turned once into plain functions: the output check of a list was a tenth of a call. It takes only what the
 * schema takes, and gives the same; where it is not sure, for whatever reason, it gives `unfit`.
 */
export function writerOf(schema: Schema): Write {
  const { def } = (schema as Known)._zod;
  if ('coerce' in def && def.coerce === true) return asSchemaSays(schema);
  if (def.type === 'string') return writeText(schema, def);
  if (def.checks?.length) return asSchemaSays(schema);
  switch (def.type) {
    case 'number':
      return writeNumber(schema, def);
    case 'boolean':
      return only((value) => typeof value === 'boolean');
    case 'date':
      return only((value) => value instanceof Date && !Number.isNaN(value.getTime()));
    case 'enum': {
      const { values } = schema._zod;
      return values ? only((value) => (values as ReadonlySet<unknown>).has(value)) : asSchemaSays(schema);
    }
    case 'nullable':
      return writeNullable(def);
    case 'array':
      return writeArray(def);
    case 'object':
      return writeObject(schema, def);
    case 'union':
      return writeUnion(def, schema);
    case 'pipe':
      return writePipe(schema, def);
    case 'transform':
      return writeTransform(schema, def);
    default:
      return asSchemaSays(schema);
  }
}
