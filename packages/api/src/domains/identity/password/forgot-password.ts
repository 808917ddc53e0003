import type { OpenScope } from '../../../procedures/context.ts';
import { limitMails } from '../link/limit-mails.ts';

/** Answers before it looks: a known and an unknown mail get the same answer in the same time. */
export async function forgotPassword({ identity, services, request }: OpenScope, input: { email: string }) {
  if (limitMails(services, request, input.email)) {
    const { portal } = services.signIn.settings;
    services.signIn.later(() => identity.askLetter({ purpose: 'reset', email: input.email, portal }));
  }
  return { done: true as const };
}
