import type { PersonScope } from '../../../procedures/context.ts';
import { provePassword } from './prove-password.ts';
import { refuseListedPassword } from './refuse-listed-password.ts';

/** Every other session ends; this one goes on. */
export async function changePassword(scope: PersonScope, input: { current: string; next: string }) {
  const { identity, at, services } = scope;
  await refuseListedPassword(input.next, 'next');
  const asker = await provePassword(scope, input.current, 'current');
  await identity.changePassword(at, await services.passwords.hash(input.next, asker), true);
  return { done: true as const };
}
