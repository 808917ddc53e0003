import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import type { updatePlatformStaffInput, updateStaffInput } from './schema.ts';
import { writeMember } from './write-member.ts';

type Input = z.output<typeof updateStaffInput> | z.output<typeof updatePlatformStaffInput>;

export async function updateMember(scope: ChangeScope, input: Input) {
  const { id, version, ...values } = input;
  return await writeMember(scope, { id, version }, { event: 'member.updated', rights: values, values });
}
