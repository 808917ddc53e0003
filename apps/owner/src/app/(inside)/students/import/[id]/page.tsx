import { given, type SearchParams } from '@studyspot/portal/shell/search-params';
import { titledInside } from '@studyspot/portal/shell/titled';
import { readView, rowsAsked } from '../../../../../features/imports/import-address.ts';
import { ImportScreen } from '../../../../../features/imports/import-screen.tsx';
import { page } from '../../../../../shell/session.ts';

export const generateMetadata = titledInside('imports', 'newTitle');

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

const words = ['imports', 'students', 'fields', 'work'];

export default page({ needs: 'students:phones', words }, async ({ load }, { params, searchParams }: Props) => {
  const { id } = await params;
  const view = readView(await given(searchParams));
  await Promise.all([load.imports.get({ id }), load.imports.rows(rowsAsked(id, view))]);
  return <ImportScreen id={id} />;
});
