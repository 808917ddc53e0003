import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { AppError } from '../errors/app-error.ts';

export const BODY_BYTES = 256 * 1024;
// A little too much is read to its end and dropped: closing a socket with bytes unread resets it, and the caller would
// see a broken connection instead of the answer. Far too much is cut.
const DROPPED = 8;

const tooLarge = () => new AppError('invalid_format', { trpc: 'PAYLOAD_TOO_LARGE', details: { reason: 'too_large' } });

/** The whole body, counted while it arrives: what is announced may be a lie. */
export function readBody(req: IncomingMessage, mostBytes = BODY_BYTES): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(req.headers['content-length'] ?? 0) > DROPPED * mostBytes) return reject(tooLarge());
    const chunks: Buffer[] = [];
    let size = 0;
    const broken = () => reject(new AppError('invalid_format'));
    const leave = () => {
      req.off('data', take).off('end', finish).off('error', broken).off('close', broken);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
      else if (size > DROPPED * mostBytes) {
        leave();
        reject(tooLarge());
      }
    };
    const finish = () => {
      leave();
      if (size > mostBytes) reject(tooLarge());
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    };
    req.on('data', take).on('end', finish).on('error', broken).on('close', broken);
  });
}

const unreadable = () => new AppError('invalid_format', { details: { reason: 'json' } });

/** `undefined` for an empty body: a procedure may want no input. */
export function parseBody(body: Buffer, contentType: string | undefined): unknown {
  if (body.length === 0) return undefined;
  if (contentType?.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json') {
    throw new AppError('invalid_format', { details: { reason: 'content_type' } });
  }
  if (!isUtf8(body)) throw unreadable();
  try {
    return JSON.parse(body.toString());
  } catch {
    throw unreadable();
  }
}
