import type { ChangeScope, ReadScope } from './builder.ts';
import type { Page } from './page-of.ts';

const ROWS_AT_ONCE = 100;

/** The rows of all pages of a list, as its verb shows them to whoever asks, until there are `most`; whether that is all. */
export async function wholeList<Input, Row>(
  { actor, ...scope }: ChangeScope,
  list: (scope: ReadScope, input: Input) => Promise<Page<Row>>,
  asked: Omit<Input, 'cursor' | 'limit'>,
  most: number,
): Promise<{ items: Row[]; complete: boolean }> {
  const items: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ ...scope, actor: async () => actor }, { ...asked, cursor, limit: ROWS_AT_ONCE } as Input);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && items.length < most);
  return { items, complete: cursor === undefined };
}
