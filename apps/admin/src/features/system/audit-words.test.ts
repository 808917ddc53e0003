import { AUDIT_EVENTS } from '@studyspot/api/domains/system/audit/names';
import { expect, test } from 'vitest';
import shared from '../../../../../packages/portal/messages/en.json' with { type: 'json' };
import messages from '../../../messages/en.json' with { type: 'json' };

const wordAt = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce((inner, step) => Reflect.get(Object(inner), step), tree);

test.each(Object.entries(AUDIT_EVENTS))(
  '%s: each of its events has a sentence, a choice and a group',
  (kind, names) => {
    for (const name of names) {
      expect(wordAt(messages.events, [kind, name]), name).toBeTypeOf('string');
      expect(wordAt(shared.timeline.events, [kind, name]), name).toBeTypeOf('string');
    }
    expect(wordAt(messages.audit.kinds, [kind])).toBeTypeOf('string');
    if (names.length > 1) expect(wordAt(messages.audit.anyOf, [kind])).toBeTypeOf('string');
  },
);
