import { AppError } from '../../../errors/app-error.ts';
import type { PersonScope } from '../../../procedures/context.ts';

export async function endSession({ identity, at }: PersonScope, input: { id: string }) {
  if (!(await identity.endOtherSession(at, input.id))) throw new AppError('not_found');
  return { done: true as const };
}
