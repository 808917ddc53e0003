import { AUDIT_EVENTS } from '@studyspot/api/domains/system/audit/names';
import { eventKey } from '@studyspot/portal/record/event-key';
import { expect, test } from 'vitest';
import shared from '../../../../../packages/portal/messages/en.json' with { type: 'json' };
import messages from '../../../messages/en.json' with { type: 'json' };

const wordAt = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce((inner, step) => Reflect.get(Object(inner), step), tree);

const wordsOf = (tree: object) => ({ has: (key: string) => wordAt(tree, key.split('.')) !== undefined });

test.each(Object.entries(AUDIT_EVENTS))(
  '%s: each of its events has a sentence and a choice, and it a group',
  (kind, names) => {
    for (const name of names.map((one) => `${kind}.${one}`)) {
      expect(eventKey(wordsOf(messages.events), name), name).not.toBe('other');
      expect(eventKey(wordsOf(shared.timeline.events), name), name).not.toBe('other');
    }
    expect(wordAt(messages.audit.kinds, [kind])).toBeTypeOf('string');
  },
);
