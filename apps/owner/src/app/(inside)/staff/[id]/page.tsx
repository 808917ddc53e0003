import { insideTitle } from '@studyspot/portal/shell/titled';
import type { Metadata } from 'next';
import { MemberScreen } from '../../../../features/staff/member-screen.tsx';
import { page, session } from '../../../../shell/session.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, { load, may }] = await Promise.all([params, session()]);
  return may('users:read') ? insideTitle((await load.staff.get({ id })).name) : {};
}

export default page(
  { needs: 'users:read', words: ['staff', 'fields', 'permissions', 'timeline'] },
  async ({ load }, { params }: Props) => {
    const { id } = await params;
    await Promise.all([load.staff.get({ id }), load.staff.timeline({ id })]);
    return <MemberScreen id={id} />;
  },
);
