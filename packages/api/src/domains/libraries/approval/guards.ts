import { libraries } from '@studyspot/db/schema/libraries';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../../errors/app-error.ts';
import { findRow } from '../../../procedures/write.ts';
import { whyNobody } from './rules.ts';

/** Where somebody is to be admitted. That it may not is said beside the field; Postgres holds it whoever asks. */
export async function admittingLibrary(db: ReadHandle, id: string) {
  const library = await findRow(db, libraries, { id });
  const message = whyNobody(library);
  if (message)
    throw new AppError('validation', { fields: [{ path: 'homeId', message }], details: { reason: message } });
  return library;
}
