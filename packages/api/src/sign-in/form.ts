import type { IncomingMessage } from 'node:http';
import { isAppError } from '../errors/app-error.ts';
import { readBody } from '../http/body.ts';

export type FormReading =
  | { kind: 'form'; wantsJson: boolean; fields: Record<string, string> }
  | { kind: 'refused'; status: 400 | 413 | 415 };

const mostBytes = 4096;

const isTooLarge = (error: unknown) => isAppError(error) && error.trpc === 'PAYLOAD_TOO_LARGE';

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
  const body = await readBody(req, mostBytes).catch((error: unknown) => {
    if (isTooLarge(error)) return null;
    throw error;
  });
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
