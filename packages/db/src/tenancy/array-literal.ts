const quoted = (item: string) => `"${item.replace(/["\\]/g, '\\$&')}"`;
const known = new WeakMap<readonly string[], string>();

/** Without the server's type list the driver cannot serialise arrays: they go as literals. */
export function arrayLiteral(items: readonly string[]): string {
  let literal = known.get(items);
  if (literal === undefined) {
    literal = `{${items.map(quoted).join(',')}}`;
    if (Object.isFrozen(items)) known.set(items, literal);
  }
  return literal;
}

// Sticky: one item begins where the last one ended, so that nothing is looked for twice.
const item = /[,{}]*(?:"((?:[^"\\]|\\.)*)"|([^,{}"]+))/gy;

/** One dimension, no nulls: what our own text[] columns hold. */
export function parseArrayLiteral(literal: string): string[] {
  if (literal === '{}') return [];
  return [...literal.matchAll(item)].map(([, inQuotes, plain]) => inQuotes?.replace(/\\(.)/g, '$1') ?? plain ?? '');
}
