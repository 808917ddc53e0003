import { libraries } from '@studyspot/db/schema/libraries';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../../errors/app-error.ts';
import { findRow } from '../../../procedures/write.ts';
import { whyNobody } from './rules.ts';

/** Where somebody is to be admitted. That it may not is said beside its field; Postgres holds it whoever asks. */
export async function admittingLibrary(db: ReadHandle, id: string, path = 'homeId') {
  const library = await findRow(db, libraries, { id });
  const message = whyNobody(library);
  if (message) throw new AppError('validation', { fields: [{ path, message }], details: { reason: message } });
  return library;
}
