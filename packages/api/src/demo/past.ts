import { type Grown, type Past, writePast } from '@studyspot/db/demo-past';

// A demo of one day shows no timeline, no list by month and no chart: its businesses are months old.
const ages: Readonly<Record<string, number>> = {
  StudySpot: 170,
  'Gyan Library': 150,
  'Vidya Reading Rooms': 96,
  'Saraswati Study Point': 24,
};
export const daysOf = (tenant: string): number => ages[tenant] ?? 30;

/** Seats were added in two steps, each hall was closed once for a while, and people come and go every day. */
export function happened({ name, libraries, people }: Grown): Past[] {
  const days = daysOf(name);
  const [owner, ...others] = people;
  const staff = others[0] ?? owner;
  const ofLibraries = libraries.flatMap(({ id, capacity }, n): Past[] => {
    const subject = { kind: 'library', id };
    const [first, second] = [Math.round(capacity * 0.7), Math.round(capacity * 0.85)];
    const at = (share: number) => days * share - n * 3;
    const seats = (share: number, from: number, to: number): Past => ({
      ...{ daysAgo: at(share), name: 'library.updated', subject },
      ...(owner && { by: owner.email }),
      ...{ before: { capacity: from }, after: { capacity: to } },
    });
    const turn = (share: number, from: string, to: string): Past => ({
      ...{ daysAgo: at(share), name: 'library.status_changed', subject },
      ...(staff && { by: staff.email }),
      ...{ before: { status: from }, after: { status: to } },
    });
    return [
      seats(0.9, capacity, first),
      seats(0.7, first, second),
      turn(0.55, 'active', 'under_maintenance'),
      turn(0.53, 'under_maintenance', 'active'),
      seats(0.35, second, capacity),
    ].filter(({ daysAgo }) => daysAgo > 0.5);
  });
  const signIns = people.flatMap(({ userId, email }, n) =>
    Array.from({ length: Math.min(45, Math.floor(days * 0.8)) }, (_, day) => day)
      // Nobody comes every day, and not everybody on the same ones.
      .filter((day) => (day + n) % 3 !== 0)
      .map(
        (day): Past => ({
          ...{ daysAgo: day + 0.6 + ((day * 7 + n * 5) % 10) / 40, name: 'person.signed_in', by: email },
          subject: { kind: 'person', id: userId },
        }),
      ),
  );
  return [...ofLibraries, ...signIns];
}

export const givePast = (databaseUrl: string): Promise<void> => writePast(databaseUrl, daysOf, happened);
