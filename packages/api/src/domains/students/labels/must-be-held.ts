import { AppError } from '../../../errors/app-error.ts';

/** What was removed is a label no more. */
export function mustBeHeld({ removedAt }: { removedAt: Date | null }): void {
  if (removedAt) throw new AppError('deleted');
}
