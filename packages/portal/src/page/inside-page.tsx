import type { Permission } from '@studyspot/api/permissions/table';
import type { ReactNode } from 'react';
import { Arrived } from '../data/arrived.tsx';
import { Belongs } from '../data/belongs.tsx';
import { HereProvider } from '../data/here.tsx';
import { whatWasLoaded } from '../data/load.tsx';
import { NoPermission } from '../shell/no-permission.tsx';
import type { here } from '../shell/session.tsx';
import { ownerOf } from '../shell/session.tsx';
import { Words } from '../shell/words.tsx';

export type InsideHere = Awaited<ReturnType<typeof here>>;

export interface InsideOptions {
  /** The groups of words that its parts say. */
  words: readonly string[];
  /** Without it the page says what is missing and whom to ask. */
  needs?: Permission;
}

/** Around what a page of the portal shows: whose it is, what it has read, which words it needs. */
export function InsidePage({
  here,
  words,
  children,
}: {
  here: InsideHere;
  words: readonly string[];
  children: ReactNode;
}) {
  const { me, tenant, role, held } = here;
  const known = { person: { id: me.id, name: me.name }, place: { id: tenant.id, name: tenant.name }, role, held };
  return (
    <Words names={['states', ...words]}>
      <Belongs owner={ownerOf(here)} place={tenant.name}>
        <Arrived {...whatWasLoaded()} drawing={crypto.randomUUID()}>
          <HereProvider here={known}>{children}</HereProvider>
        </Arrived>
      </Belongs>
    </Words>
  );
}

/** The pages of a portal: each asks who is here, reads what it shows, and is drawn for that person alone. */
export function insidePages<Session extends InsideHere>(session: () => Promise<Session>) {
  return <Props,>({ words, needs }: InsideOptions, draw: (session: Session, props: Props) => Promise<ReactNode>) =>
    async (props: Props) => {
      const here = await session();
      const isAllowed = needs === undefined || here.may(needs);
      return (
        <InsidePage here={here} words={words}>
          {isAllowed ? await draw(here, props) : <NoPermission permission={needs} />}
        </InsidePage>
      );
    };
}
