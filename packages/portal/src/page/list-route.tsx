import type { Permission } from '@studyspot/api/permissions/table';
import type { ComponentType } from 'react';
import { type ListAddress, readListQuery } from '../list/list-query.tsx';
import { given, type SearchParams } from '../shell/search-params.tsx';
import { titledInside } from '../shell/titled.tsx';
import { type InsideHere, insidePages } from './inside-page.tsx';

type Filters = Readonly<Record<string, readonly string[] | null>>;

interface ListOptions<Declared extends Filters, Sort extends string> {
  /** The router. */
  of: string;
  /** Its group of words, where that has another name. */
  words?: string;
  /** Further groups that a record says beside the list. */
  record: readonly string[];
  needs: Permission;
  address: ListAddress<Declared, Sort>;
}

interface WithViews extends InsideHere {
  load: { views: { mine: (input: { list: string }) => Promise<unknown> } };
}

interface Props {
  searchParams: SearchParams;
}

/** The route of a list: its address read, its page and the views of it that a person keeps. */
export function listRoute<Session extends WithViews, Declared extends Filters, Sort extends string>(
  session: () => Promise<Session>,
  { of, words = of, record, needs, address }: ListOptions<Declared, Sort>,
  read: (session: Session, query: ReturnType<typeof readListQuery<Declared, Sort>>) => Promise<unknown>,
  Screen: ComponentType,
) {
  const said = [words, 'list', 'timeline', ...record];
  const Page = insidePages(session)({ needs, words: said }, async (here, { searchParams }: Props) => {
    const query = readListQuery(address, await given(searchParams));
    await Promise.all([read(here, query), here.load.views.mine({ list: of })]);
    return <Screen />;
  });
  return { generateMetadata: titledInside(words), Page };
}
