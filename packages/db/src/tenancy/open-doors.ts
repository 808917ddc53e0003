import { doorNames, openDoorsQuery } from '../doors/server-doors.ts';
import type { Ask } from './ask.ts';

/** Refuses a server whose doors stand open to this process's logins, but for those that the operator named. */
export async function requireClosedDoors(
  ask: Ask,
  logins: readonly string[],
  accepted: readonly string[],
): Promise<void> {
  const unknown = accepted.filter((door) => !doorNames.includes(door));
  if (unknown.length > 0)
    throw new Error(`ACCEPTED_OPEN_DOORS names ${unknown.join(', ')}, but the doors are ${doorNames.join(', ')}.`);
  const { text, parameters } = openDoorsQuery(logins);
  const open = (await ask(text, parameters)).map(({ door }) => String(door)).filter((door) => !accepted.includes(door));
  if (open.length > 0) {
    throw new Error(
      `Doors of the database server stand open to this portal: ${open.join(', ')}. A migration by a superuser closes ` +
        'them; where there is none, read docs/wall.md and name in ACCEPTED_OPEN_DOORS those that you accept.',
    );
  }
}
