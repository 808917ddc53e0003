import type { ServerResponse } from 'node:http';
import { codes } from '../errors/codes.ts';
import { errorSentence } from '../errors/sentences.ts';
import { translate } from '../errors/translate.ts';
import type { App } from '../open-app.ts';
import type { RequestFacts } from '../request.ts';

/** A page, or a renewal of the session, counts as a read: it asks the database too. False when it was refused here. */
export function admit(app: App, request: RequestFacts, res: ServerResponse, kind: 'page' | 'door'): boolean {
  const reading = app.signIn.read(request.cookie);
  try {
    app.budgets.spend({ signed: reading.kind === 'one' ? reading.cookie : null, request }, { reads: 1, changes: 0 });
    return true;
  } catch (cause) {
    const { code, details } = translate(cause);
    const seconds = Number(details?.retryAfter ?? 0);
    app.services.logSparingly('warn', { requestId: request.id, kind, code }, 'refused');
    res.statusCode = 429;
    res.setHeader('retry-after', String(seconds));
    res.setHeader('cache-control', 'no-store');
    res.setHeader('content-type', kind === 'page' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8');
    const body = { number: codes[code].number, retryAfterSeconds: seconds };
    res.end(kind === 'page' ? errorSentence(code, request.locale) : JSON.stringify(body));
    return false;
  }
}
