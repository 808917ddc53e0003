import type { IncomingMessage, ServerResponse } from 'node:http';

/** A small file that is the same for everyone and is made from nothing but itself. */
export interface StillFile {
  type: string;
  text: (nonce: string) => string;
}

export function sendStill(req: IncomingMessage, res: ServerResponse, { type, text }: StillFile, nonce: string): void {
  const body = Buffer.from(text(nonce));
  // A new build must be noticed at once.
  res.writeHead(200, { 'content-type': type, 'content-length': body.length, 'cache-control': 'no-cache' });
  res.end(req.method === 'HEAD' ? undefined : body);
}
