import { type DestinationStream, destination, type Logger, pino } from 'pino';

const secretName = /pass(word)?|secret|token|cookie|authorization|credential|otp|^key$|hash|seed/i;
const gone = '[gone]';

// What has the form of a secret, wherever it stands: our tokens and secrets, bcrypt hashes, mail addresses.
const patterns: [RegExp, string][] = [
  [/\$2[aby]\$\d\d\$[./A-Za-z0-9]{20,}/g, gone],
  [/[A-Za-z0-9_-]{40,}/g, gone],
  [/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]+/g, '[mail]'],
];

/** The password in an address such as postgres://name:password@host. */
function withoutPasswords(text: string): string {
  const pieces = text.split('@');
  const last = pieces.pop() ?? '';
  const hidden = pieces.map((piece) => {
    const from = piece.lastIndexOf('://') + 3;
    const colon = piece.indexOf(':', from);
    if (from < 3 || colon < 0 || /[\s/"]/.test(piece.slice(from, colon)) || /[\s"]/.test(piece.slice(colon)))
      return piece;
    return `${piece.slice(0, colon + 1)}${gone}`;
  });
  return [...hidden, last].join('@');
}

// No secret of ours is shorter than 40 letters without one of these signs: ids and names pass unread.
export function scrub(value: string): string {
  if (value.length < 40 && !value.includes('@') && !value.includes('$2')) return value;
  let text = withoutPasswords(value);
  for (const [pattern, instead] of patterns) text = text.replace(pattern, instead);
  return text;
}

interface LoggedError {
  name: string;
  message: string;
  code?: string;
  constraint?: string;
  frames: string[];
  cause?: LoggedError;
}

/** An error without what it carries: drivers hang the query and its parameters on theirs. */
function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, message: 'not an error', frames: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const isQuery = error.name === 'DrizzleQueryError' || error.message.startsWith('Failed query');
  return {
    name: error.name,
    message: isQuery ? 'query failed' : scrub(error.message.slice(0, 500)),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('constraint' in error && typeof error.constraint === 'string' ? { constraint: error.constraint } : {}),
    frames: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 4 ? { cause: loggedError(error.cause, depth + 1) } : {}),
  };
}

function cleaned(value: unknown, depth = 0): unknown {
  if (value instanceof Error) return loggedError(value);
  if (typeof value === 'string') return scrub(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 4 || ArrayBuffer.isView(value)) return gone;
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => cleaned(item, depth + 1));
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    secretName.test(name) && name !== 'requestKey' ? gone : cleaned(item, depth + 1),
  ]);
  return Object.fromEntries(entries);
}

function cleanRecord(record: Record<string, unknown>): Record<string, unknown> {
  const clean = cleaned(record);
  return typeof clean === 'object' && clean !== null ? { ...clean } : {};
}

/** Without `child`: pino writes what a child is bound to past our cleaning. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'isLevelEnabled' | 'flush'>;

export interface LogOptions {
  level: string;
  portal: string;
  /** Where lines go: standard output, unless a test wants to read them. */
  to?: DestinationStream;
}

/** JSON lines. Two nets under secrets: names that sound like one, and text that looks like one, in values and messages. */
export function openLog({ level, portal, to }: LogOptions): Log {
  return pino(
    {
      level,
      base: { portal },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => error },
      formatters: {
        level: (label) => ({ level: label }),
        log: cleanRecord,
      },
      hooks: {
        logMethod(args, method) {
          const [first, ...rest] = args as unknown[];
          // Of a bare error pino would take the message as its own.
          const named = first instanceof Error ? [{ err: first }, rest[0] ?? 'error'] : [first, ...rest];
          const clean = named.map((arg) => (typeof arg === 'string' ? scrub(arg) : arg));
          return method.apply(this, clean as Parameters<typeof method>);
        },
      },
    },
    // Written in larger pieces when busy, and after a second at the latest.
    to ?? destination({ sync: false, minLength: 8_192, periodicFlush: 1_000 }),
  );
}
