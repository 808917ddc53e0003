import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import type { PortalName } from '../request.ts';
import { product, type Roots } from '../testing/stage.ts';

interface Procedure {
  _def: { type: string; meta?: { output: z.core.$ZodType } };
}

export function procedureOf(roots: Roots, portal: PortalName, path: string): Procedure {
  const { procedures } = (portal === 'owner' ? roots.ownerRouter : roots.adminRouter)._def;
  const found = Object.entries(procedures).find(([name]) => name === path)?.[1] as Procedure | undefined;
  if (!found?._def.meta) throw new Error(`${path} is no procedure of ours`);
  return found;
}

const SECRET = /password|secret|hash|seed|token|^userId$/i;
// Says that a password is wanted, and holds none.
const HARMLESS = new Set(['needsPassword']);

function keysOf(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if ('_zod' in value) return keysOf((value as z.core.$ZodType)._zod.def, seen);
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === 'shape' && typeof inner === 'object' && inner !== null ? Object.keys(inner) : []),
    ...keysOf(inner, seen),
  ]);
}

/** No output may so much as name a secret, or the id by which one person could be followed from tenant to tenant. */
export function secretKeys(roots: Roots, portal: PortalName, path: string): string[] {
  const output = procedureOf(roots, portal, path)._def.meta?.output;
  return keysOf(output).filter((key) => SECRET.test(key) && !HARMLESS.has(key));
}

/** What was answered beyond the product's own declaration. */
export function isWider(portal: PortalName, path: string, data: unknown): boolean {
  const output = procedureOf(product, portal, path)._def.meta?.output;
  const plain: unknown = JSON.parse(JSON.stringify(data ?? null));
  const parsed = output && z.core.safeParse(output, plain);
  return !parsed?.success || !isDeepStrictEqual(JSON.parse(JSON.stringify(parsed.data)), plain);
}
