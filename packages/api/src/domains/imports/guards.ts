import { imports } from '@studyspot/db/schema/imports';
import type { ChangeHandle, ReadHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../errors/app-error.ts';
import { importKinds } from '../../importing/found.ts';
import type { ImportKind } from '../../importing/kind.ts';
import { permissionsOf } from '../../permissions/table.ts';
import { findRow } from '../../procedures/write.ts';

type Person = Parameters<typeof permissionsOf>[0];

/** Of which kinds somebody brings in, and sees what was: all that one asks for is held, numbers are shown whole. */
export function kindsOf(actor: Person): string[] {
  const held: readonly string[] = permissionsOf(actor);
  const kinds = Object.entries(importKinds).filter(([, { needs }]) => needs.every((one) => held.includes(one)));
  if (kinds.length === 0) throw new AppError('insufficient_permissions');
  return kinds.map(([name]) => name);
}

export function mayImport(actor: Person, name: string): void {
  kindOf(name);
  if (!kindsOf(actor).includes(name)) throw new AppError('insufficient_permissions');
}

export function kindOf(name: string): ImportKind {
  const kind = Object.hasOwn(importKinds, name) ? importKinds[name] : undefined;
  if (!kind) throw new AppError('not_found');
  return kind;
}

export type ImportOf = typeof imports.$inferSelect;

export async function importOf(db: ReadHandle, actor: Person, id: string): Promise<ImportOf> {
  kindsOf(actor);
  const row = await findRow(db, imports, { id });
  mayImport(actor, row.kind);
  return row;
}

/** One at a time does something with an import: a person, or the worker. */
export const lockImport = (db: ChangeHandle, id: string): Promise<void> => db.lock(`import ${id}`);
