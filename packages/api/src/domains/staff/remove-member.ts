import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import type { memberVersionInput } from './schema.ts';
import { writeMember } from './write-member.ts';

export async function removeMember(scope: ChangeScope, input: z.output<typeof memberVersionInput>) {
  const values = { removedAt: scope.services.clock.now() };
  return await writeMember(scope, input, { event: 'member.removed', rights: null, values });
}
