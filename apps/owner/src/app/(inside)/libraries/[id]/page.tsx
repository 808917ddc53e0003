import { insideTitle } from '@studyspot/portal/shell/titled';
import type { Metadata } from 'next';
import { LibraryRecord } from '../../../../features/libraries/library-record.tsx';
import { page, session } from '../../../../shell/session.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, { load, may }] = await Promise.all([params, session()]);
  return may('libraries:read') ? insideTitle((await load.libraries.get({ id })).name) : {};
}

export default page(
  { needs: 'libraries:read', words: ['libraries', 'fields', 'regions', 'permissions', 'timeline', 'week', 'position'] },
  async ({ load }, { params }: Props) => {
    const { id } = await params;
    await Promise.all([load.libraries.get({ id }), load.libraries.timeline({ id })]);
    return <LibraryRecord id={id} />;
  },
);
