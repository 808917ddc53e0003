import type { Metadata } from 'next';
import type { ComponentType } from 'react';
import { insideTitle } from '../shell/titled.tsx';
import { type InsideHere, type InsideOptions, insidePages } from './inside-page.tsx';

interface Reads {
  get: (input: { id: string }) => Promise<{ name: string }>;
  timeline: (input: { id: string }) => Promise<unknown>;
}

interface Props {
  params: Promise<{ id: string }>;
}

/** The route of one record: titled by its name, with what its screen shows first. */
export function recordRoute<Session extends InsideHere>(
  session: () => Promise<Session>,
  { needs, words }: Required<InsideOptions>,
  router: (session: Session) => Reads,
  Screen: ComponentType<{ id: string }>,
  /** What else its screen shows first. A router does not tell what it lacks, so it is named. */
  also?: (session: Session) => (input: { id: string }) => Promise<unknown>,
) {
  const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
    const [{ id }, here] = await Promise.all([params, session()]);
    return here.may(needs) ? insideTitle((await router(here).get({ id })).name) : {};
  };
  const Page = insidePages(session)(
    { needs, words: [...words, 'fields', 'timeline'] },
    async (here, { params }: Props) => {
      const { id } = await params;
      const { get, timeline } = router(here);
      await Promise.all([get({ id }), timeline({ id }), also?.(here)({ id })]);
      return <Screen id={id} />;
    },
  );
  return { generateMetadata, Page };
}
