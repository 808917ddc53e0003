import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { id } from '../fields.ts';
import type { ChangeScope, Permitted, ReadScope } from './builder.ts';
import type { Page } from './page-of.ts';
import { wholeList } from './whole-list.ts';

// A longer list is narrowed by its filters.
const MOST_ROWS = 5000;
const MOST_CHOSEN = 1000;

interface Asked {
  cursor?: string | undefined;
  limit: number;
  filters: object;
  only?: string[] | undefined;
}

type Paged = z.core.$ZodLooseShape & { cursor: z.core.SomeType; limit: z.core.SomeType };

/** What of a list is taken out: its rows by filter and in order, from no page, or those `only` that were chosen. */
function exportInput<S extends Paged>({ shape: { cursor: _, limit: __, ...shape } }: z.ZodMiniObject<S>) {
  return z.extend(z.object(shape), { only: z.optional(z.array(id).check(z.minLength(1), z.maxLength(MOST_CHOSEN))) });
}

const exportOutput = <I extends z.core.SomeType>(item: I) => z.object({ items: z.array(item), complete: z.boolean() });

/**
 * What a list shows, all of its pages, is taken out as its verb shows it; `shapes` are the list's input and its items. Who
 * took it out is itself in the trail.
 */
export function exportOf<S extends Paged, I extends z.core.$ZodType>(
  procedure: Permitted,
  kind: string,
  list: (scope: ReadScope, input: z.output<z.ZodMiniObject<S>>) => Promise<Page<z.input<I>>>,
  [input, item]: readonly [z.ZodMiniObject<S>, I],
) {
  // The compiler does not follow that what is taken out is asked for as the list is, without its pages.
  const verb = takenOut(kind, list as never) as never;
  return procedure.input(exportInput(input)).output(exportOutput(item)).changes(verb);
}

const takenOut =
  <Input extends Asked, Row>(kind: string, list: (scope: ReadScope, input: Input) => Promise<Page<Row>>) =>
  async (scope: ChangeScope, asked: Omit<Input, 'cursor' | 'limit'>) => {
    const { items, complete } = await wholeList(scope, list, asked, MOST_ROWS);
    scope.db.record({
      name: `${kind}.exported`,
      subject: { kind: 'export', id: randomUUID() },
      after: { rows: items.length, filter: asked.filters },
    });
    return { items, complete };
  };
