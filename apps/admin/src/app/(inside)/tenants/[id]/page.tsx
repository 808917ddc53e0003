import { insideTitle } from '@studyspot/portal/shell/titled';
import type { Metadata } from 'next';
import { TenantRecord } from '../../../../features/tenants/tenant-record.tsx';
import { page, session } from '../../../../shell/session.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, { load, may }] = await Promise.all([params, session()]);
  return may('tenants:read') ? insideTitle((await load.tenants.get({ id })).name) : {};
}

export default page(
  { needs: 'tenants:read', words: ['tenants', 'fields', 'regions', 'timeline'] },
  async ({ load }, { params }: Props) => {
    const { id } = await params;
    await Promise.all([load.tenants.get({ id }), load.tenants.timeline({ id })]);
    return <TenantRecord id={id} />;
  },
);
