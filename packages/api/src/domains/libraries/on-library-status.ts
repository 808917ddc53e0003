import { subscriber } from '../../work/say.ts';
import { notify } from '../notifications/notify.ts';
import { libraries } from './domain.ts';

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Whoever answers for a library hears when somebody else opens or closes it. */
export const onLibraryStatus = subscriber({
  events: ['library.status_changed'],
  run: async (scope, { id, subject, actorId, actorName, after }) => {
    await notify(scope, {
      kind: 'library.status',
      about: libraries.notices['library.status'],
      cause: id,
      subject,
      data: { name: textOf(after?.['name']), status: textOf(after?.['status']), by: actorName },
      group: 'status',
      except: actorId,
      library: subject.id,
    });
  },
});
