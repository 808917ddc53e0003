import type * as z from 'zod/mini';
import type { ChangeScope } from '../../../procedures/builder.ts';
import type { libraryReasonInput, libraryVersionInput } from '../schema.ts';
import { writeStanding } from './write-standing.ts';

export const suspendLibrary = (scope: ChangeScope, { reason, ...at }: z.output<typeof libraryReasonInput>) =>
  writeStanding(scope, at, ['suspend', 'suspended'], {
    ...{ suspendedAt: scope.services.clock.now(), suspendedReason: reason },
  });

export const reinstateLibrary = (scope: ChangeScope, at: z.output<typeof libraryVersionInput>) =>
  writeStanding(scope, at, ['reinstate', 'reinstated'], { suspendedAt: null, suspendedReason: null });
