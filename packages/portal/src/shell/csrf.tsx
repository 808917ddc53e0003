import { csrfHeader } from '@studyspot/api/sign-in/csrf';
import { headers } from 'next/headers';

/** The server made the pair before this page was drawn: the cookie holds the hash, the form carries the token. */
export async function csrfToken(): Promise<string> {
  return (await headers()).get(csrfHeader) ?? '';
}
