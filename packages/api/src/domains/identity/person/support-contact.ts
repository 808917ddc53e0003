import type { PersonScope } from '../../../procedures/context.ts';
import { SUPPORT_EMAIL } from '../names.ts';

/** Asked as a person, since no setting can be read for a business that is suspended. */
export async function supportContact({ identity, at }: PersonScope) {
  return { email: (await identity.supportContact(at)) ?? SUPPORT_EMAIL };
}
