import type { IncomingMessage } from 'node:http';
import { AppError } from '../errors/app-error.ts';

export const BODY_BYTES = 256 * 1024;

const tooLarge = () => new AppError(2003, { trpc: 'PAYLOAD_TOO_LARGE', details: { reason: 'too_large' } });

/** The whole body, counted while it arrives: what is announced may be a lie. */
export function readBody(req: IncomingMessage, limit = BODY_BYTES): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(req.headers['content-length'] ?? 0) > limit) return reject(tooLarge());
    const chunks: Buffer[] = [];
    let size = 0;
    const broken = () => reject(new AppError(2003));
    const leave = () => {
      req.off('data', take).off('end', finish).off('error', broken).off('close', broken);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        leave();
        reject(tooLarge());
      }
    };
    const finish = () => {
      leave();
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    };
    req.on('data', take).on('end', finish).on('error', broken).on('close', broken);
  });
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** `undefined` for an empty body: a procedure may want no input. */
export function parseBody(body: Buffer, contentType: string | undefined): unknown {
  if (body.length === 0) return undefined;
  if (!contentType?.toLowerCase().startsWith('application/json')) {
    throw new AppError(2003, { details: { reason: 'content_type' } });
  }
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    throw new AppError(2003, { details: { reason: 'json' } });
  }
}
