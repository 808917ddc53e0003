import type { IncomingMessage } from 'node:http';

export type FormReading =
  | { kind: 'form'; wantsJson: boolean; fields: Record<string, string> }
  | { kind: 'refused'; status: 400 | 413 | 415 };

const mostBytes = 4096;

// Chunked bodies name no length: what is counted decides. The rest is left unread and the connection closed.
function readBody(req: IncomingMessage): Promise<Buffer | null> {
  if (Number(req.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= mostBytes) return;
      req.off('data', onData);
      req.pause();
      resolve(null);
    };
    req.on('data', onData);
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', reject);
    req.once('aborted', () => reject(new Error('aborted')));
  });
}

function strings(value: unknown): Record<string, string> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const fields: Record<string, string> = {};
  for (const [key, field] of Object.entries(value)) {
    if (typeof field === 'string') fields[key] = field;
    else if (typeof field === 'boolean') fields[key] = String(field);
    else return null;
  }
  return fields;
}

/** The small form of sign-in and sign-out: two content types, 4 KB, flat text. next-auth never sees anything else. */
export async function readForm(req: IncomingMessage): Promise<FormReading> {
  const type = (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  const wantsJson = type === 'application/json';
  if (!wantsJson && type !== 'application/x-www-form-urlencoded') return { kind: 'refused', status: 415 };
  const body = await readBody(req);
  if (!body) return { kind: 'refused', status: 413 };
  if (!wantsJson) {
    return { kind: 'form', wantsJson, fields: Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
  }
  try {
    const fields = strings(JSON.parse(body.toString('utf8')));
    return fields ? { kind: 'form', wantsJson, fields } : { kind: 'refused', status: 400 };
  } catch {
    return { kind: 'refused', status: 400 };
  }
}
