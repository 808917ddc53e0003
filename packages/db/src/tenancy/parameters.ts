import type { Parameter } from './ask.ts';

// The driver's own limit; beyond it the driver fails where it loses track of its answers.
const most = 65_000;

function toParameter(value: unknown): Parameter {
  if (typeof value === 'string' || value === null || value instanceof Uint8Array) return value;
  switch (typeof value) {
    case 'number':
      if (Number.isFinite(value)) return String(value);
      break;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'bigint':
      return value.toString();
    case 'object':
      if (value instanceof Date && Number.isFinite(value.getTime())) return value.toISOString();
      break;
  }
  throw new TypeError(
    `a query cannot take this parameter: ${value instanceof Date ? 'an invalid date' : typeof value}`,
  );
}

/** Done before the driver sees them: an error on its side shifts the answers of the whole connection. */
export function toParameters(values: readonly unknown[]): Parameter[] {
  if (values.length > most) throw new TypeError(`a query cannot take ${values.length} parameters`);
  const parameters = new Array<Parameter>(values.length);
  for (let i = 0; i < values.length; i++) parameters[i] = toParameter(values[i]);
  return parameters;
}
