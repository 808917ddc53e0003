import { subscriber } from '../../work/say.ts';
import { notify } from '../notifications/notify.ts';
import { libraries } from './domain.ts';

const { notices } = libraries;
// A kind for what an owner hears of: what is asked or taken away comes by mail too.
const told = {
  'library.approved': 'library.approved',
  'library.changes_requested': 'library.changes_requested',
  'library.rejected': 'library.rejected',
  'library.suspended': 'library.suspended',
  'library.reinstated': 'library.reinstated',
} as const satisfies Record<string, keyof typeof notices>;
const isTold = (name: string): name is keyof typeof told => Object.hasOwn(told, name);

/** Whoever answers for a library hears what the platform has decided about it. */
export const onLibraryStanding = subscriber({
  events: Object.keys(told),
  ordered: true,
  run: async (scope, { id, name, subject, after }) => {
    if (!isTold(name)) return;
    await notify(scope, {
      kind: told[name],
      about: notices[told[name]],
      cause: id,
      subject,
      data: { name: String(after?.['name'] ?? '') },
      library: subject.id,
    });
  },
});
