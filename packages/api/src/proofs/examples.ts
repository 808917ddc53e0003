import { join } from 'node:path';
import * as order from '../domains/order.ts';
import type { PortalName } from '../request.ts';
import type { DomainExamples, Example } from '../testing/example.ts';

const folder = join(import.meta.dirname, '../domains');
const domains: DomainExamples[] = await Promise.all(
  Object.keys(order).map((domain) => import(join(folder, domain, 'examples.ts'))),
);

function byPath(portal: PortalName): Map<string, Example> {
  const lines = domains.flatMap((domain) =>
    Object.entries(domain[portal] ?? {}).flatMap(([router, examples]) =>
      Object.entries(examples).map(([name, example]): [string, Example] => [`${router}.${name}`, example]),
    ),
  );
  const found = new Map(lines);
  if (found.size < lines.length) throw new Error(`two domains have examples of one procedure of ${portal}`);
  return found;
}

/** Of all that the worker does, by its kind. */
export const workExamples = new Map(domains.flatMap(({ work = {} }) => Object.entries(work)));

/** Of every domain, by the path that its router gives a procedure. */
export const examples = { owner: byPath('owner'), admin: byPath('admin') };
