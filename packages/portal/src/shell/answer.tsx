import { notFound, redirect } from 'next/navigation';

interface Fault {
  number: number;
  reason: string | undefined;
}

// Told apart by shape: pages and server hold different copies of the error's class.
function faultOf(error: unknown): Fault | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    if (at.name !== 'AppError' || !('code' in at) || typeof at.code !== 'number') continue;
    const details = 'details' in at ? at.details : undefined;
    const reason = typeof details === 'object' && details !== null && 'reason' in details ? details.reason : undefined;
    return { number: at.code, reason: typeof reason === 'string' ? reason : undefined };
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
    if (fault.reason === 'reuse') redirect('/signin?error=1001&reason=reuse');
    if (fault.reason === 'tenant_switched') redirect('/');
    switch (fault.number) {
      case 1001:
      case 1003:
      case 1006:
        return redirect(`/signin?error=${fault.number}`);
      case 1004:
        return redirect('/no-permission');
      case 4004:
        return redirect('/suspended');
      case 4002:
        return redirect('/expired');
      case 3001:
      case 3003:
      case 2001:
      case 2003:
        return notFound();
      default:
        throw error;
    }
  }
}
