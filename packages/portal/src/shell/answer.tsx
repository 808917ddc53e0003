import { type Code, codes } from '@studyspot/api/errors/codes';
import { notFound, redirect } from 'next/navigation';

interface Fault {
  code: Code;
  reason: string | undefined;
}

const isCode = (value: unknown): value is Code => typeof value === 'string' && Object.hasOwn(codes, value);

// Told apart by shape: pages and server hold different copies of the error's class.
function faultOf(error: unknown): Fault | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    if (at.name !== 'AppError' || !('code' in at) || !isCode(at.code)) continue;
    const details = 'details' in at ? at.details : undefined;
    const reason = typeof details === 'object' && details !== null && 'reason' in details ? details.reason : undefined;
    return { code: at.code, reason: typeof reason === 'string' ? reason : undefined };
  }
  return null;
}

/** A page's read: a refusal leads to the page that explains it, everything else to the error page. */
export async function answer<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    if (fault.reason === 'choose_tenant') redirect('/choose');
    if (fault.reason === 'reuse') redirect(`/signin?error=${codes.unauthorized.number}&reason=reuse`);
    if (fault.reason === 'tenant_switched') redirect('/');
    switch (fault.code) {
      case 'unauthorized':
      case 'token_expired':
      case 'account_inactive':
        return redirect(`/signin?error=${codes[fault.code].number}`);
      case 'insufficient_permissions':
        return redirect('/no-permission');
      case 'tenant_suspended':
        return redirect('/suspended');
      case 'subscription_expired':
        return redirect('/expired');
      case 'not_found':
      case 'deleted':
      case 'validation':
      case 'invalid_format':
        return notFound();
      default:
        throw error;
    }
  }
}
