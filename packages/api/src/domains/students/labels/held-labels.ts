import { isNull } from '@studyspot/db/query';
import { labels } from '@studyspot/db/schema/labels';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../../errors/app-error.ts';
import { insertRow } from '../../../procedures/write.ts';
import { foldOf, freePlaces, MOST_LABELS } from './rules.ts';

/** As the business spells them; one that it does not have yet it has from now on. */
export async function heldLabels(db: ChangeHandle, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  // None is renamed or removed meanwhile.
  await db.lock('labels');
  const known = await db
    .select({ name: labels.name, place: labels.place })
    .from(labels)
    .where(isNull(labels.removedAt));
  const spelled = new Map(known.map(({ name }) => [foldOf(name), name]));
  const fresh = new Map(names.filter((name) => !spelled.has(foldOf(name))).map((name) => [foldOf(name), name]));
  const places = freePlaces(
    known.map(({ place }) => place),
    fresh.size,
  );
  if (places === null)
    throw new AppError('validation', {
      fields: [{ path: 'labels', message: 'tooManyLabels', values: { most: MOST_LABELS } }],
    });
  for (const [at, name] of [...fresh.values()].entries())
    await insertRow(db, labels, { name, place: places[at] ?? 0 }, 'label.created');
  return [...new Set(names.map((name) => spelled.get(foldOf(name)) ?? fresh.get(foldOf(name)) ?? name))];
}
