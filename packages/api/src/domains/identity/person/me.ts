import type { PersonScope } from '../../../procedures/context.ts';

export async function me({ identity, at }: PersonScope) {
  const { userId, membership, tenant, ...person } = await identity.person(at);
  return {
    ...person,
    id: userId,
    portal: at.portal,
    session: at.session,
    tenant,
    role: membership?.role ?? null,
    added: membership?.added ?? [],
    removed: membership?.removed ?? [],
  };
}
