import type { AdminOutputs, OwnerOutputs } from '@studyspot/api/root';
import { useQueries } from '@tanstack/react-query';
import { queryKey } from '../data/query-key.tsx';
import { useCalls } from '../shell/api-client.tsx';
import type { NavItem } from '../shell/nav-items.tsx';

type FindsOf<Outputs> = {
  [Router in keyof Outputs]: Outputs[Router] extends {
    list: { items: Array<infer Row extends { id: string; name: string }> };
  }
    ? { router: Router; note: keyof Row & string }
    : never;
}[keyof Outputs];

/** The router whose list is searched, and what of a record stands under its name. */
export type Finds = FindsOf<OwnerOutputs> | FindsOf<AdminOutputs>;

interface FoundPage {
  items: ReadonlyArray<{ id: string; name: string } & Partial<Record<string, unknown>>>;
}

const LETTERS = 2;

/** What the lists of the navigation find for a few letters; one letter alone would find half of everything. */
export function useFound(nav: readonly NavItem[], text: string) {
  const calls = useCalls();
  const enabled = text.length >= LETTERS;
  const input = { limit: 6, filters: { q: text } };
  const searched = nav.flatMap(({ href, label, finds }) => (finds ? [{ href, label, finds }] : []));
  const readings = useQueries({
    queries: searched.map(({ finds: { router } }) => ({
      queryKey: queryKey([router, 'list'], input),
      queryFn: async () => (await calls.query(`${router}.list`, input)) as FoundPage,
      placeholderData: (before: FoundPage | undefined) => before,
      enabled,
    })),
  });
  return searched.map(({ href, label, finds }, index) => {
    const { data, isPlaceholderData: isOld = false } = readings[index] ?? {};
    const items = enabled ? (data?.items ?? []) : [];
    return {
      label,
      isOld,
      records: items.map((row) => ({ href: `${href}/${row.id}`, name: row.name, note: String(row[finds.note] ?? '') })),
    };
  });
}
