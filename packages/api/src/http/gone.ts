import type { ServerResponse } from 'node:http';

/** Aborted when the connection closes before the answer was written. */
export function goneSignal(res: ServerResponse): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  return gone.signal;
}
