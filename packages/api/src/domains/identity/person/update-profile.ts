import type { Locale } from '../../../locale.ts';
import type { PersonScope } from '../../../procedures/context.ts';

export interface Profile {
  name: string;
  phone: string | null;
  locale: Locale;
}

export async function updateProfile({ identity, at, services, request }: PersonScope, input: Profile) {
  await identity.updatePerson(at, input);
  const secure = services.signIn.secure ? '; Secure' : '';
  request.setCookies.push(`studyspot-locale=${input.locale}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`);
  return { done: true as const };
}
