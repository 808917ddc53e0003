import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import { EVERY_TENANT } from '../../../live/touched.ts';

/** Open pages of those whom an announcement is for ask again; nobody else hears that there was anything. */
export function tellBoards(db: ChangeHandle, audience: readonly string[] | null): void {
  for (const id of audience ?? [EVERY_TENANT]) db.record({ name: 'board.changed', subject: { kind: 'board', id } });
}
