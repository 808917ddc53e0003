import { subscriber } from '../../work/say.ts';
import { notify } from '../notifications/notify.ts';
import { identity } from './domain.ts';

const told = {
  'person.password_changed': 'security.password_changed',
  'person.email_changed': 'security.email_changed',
  'person.session_reused': 'security.session_reused',
} as const;

/** Whoever did not do this themselves must hear of it. */
export const onAccountChanged = subscriber({
  events: Object.keys(told),
  run: async (scope, { id, name, subject }) => {
    const kind = told[name as keyof typeof told];
    const about = identity.notices[kind];
    await notify(scope, { kind, about, cause: id, subject, data: {}, to: [subject.id] });
  },
});
