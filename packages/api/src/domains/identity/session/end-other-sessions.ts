import type { PersonScope } from '../../../procedures/context.ts';

export async function endOtherSessions({ identity, at }: PersonScope) {
  return { ended: await identity.endOtherSessions(at) };
}
