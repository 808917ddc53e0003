import { createTransport } from 'nodemailer';
import { transactionIsOpen } from './transaction-alarm.ts';

export interface Message {
  to: string;
  toName?: string;
  subject: string;
  text: string;
  html?: string;
}

/** `late` may still arrive: the server had the mail in hand when the deadline passed. */
export type MailReason = 'address' | 'refused' | 'late' | 'away' | 'transaction' | 'closed';

export class MailFailed extends Error {
  override readonly name = 'MailFailed';
  readonly reason: MailReason;

  constructor(reason: MailReason, cause?: unknown) {
    super(`mail failed: ${reason}`, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}

export interface Mail {
  send(message: Message, options: { deadlineMs: number }): Promise<void>;
  close(): void;
}

export function openMail({ url, from }: { url: string; from: string }): Mail {
  const server = new URL(url);
  if (server.protocol !== 'smtp:' && server.protocol !== 'smtps:')
    throw new Error('MAIL_URL begins with smtp:// or smtps://');
  const transport = createTransport({
    pool: true,
    host: server.hostname,
    port: Number(server.port || (server.protocol === 'smtps:' ? 465 : 587)),
    secure: server.protocol === 'smtps:',
    ...(server.username && {
      auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
    }),
    maxConnections: 3,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.on('error', () => undefined);
  let closed = false;

  return {
    async send(message, { deadlineMs }) {
      if (transactionIsOpen()) throw new MailFailed('transaction');
      if (closed) throw new MailFailed('closed');
      if (!isOneAddress(message.to)) throw new MailFailed('address');
      const sending = transport.sendMail({
        from,
        to: { name: oneLine(message.toName ?? ''), address: message.to },
        subject: oneLine(message.subject),
        text: message.text,
        ...(message.html !== undefined && { html: message.html }),
      });
      await within(deadlineMs, sending);
    },
    close() {
      closed = true;
      transport.close();
    },
  };
}

// A line break here would begin a header, a comma or bracket a second recipient.
function isOneAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s@<>,;:"()[\]\\\p{Cc}\p{Cf}]+@[^\s@<>,;:"()[\]\\\p{Cc}\p{Cf}]+$/u.test(address);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

async function within(deadlineMs: number, sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MailFailed('late')), deadlineMs);
  });
  sending.catch(() => undefined);
  try {
    await Promise.race([sending, late]);
  } catch (error) {
    throw error instanceof MailFailed ? error : new MailFailed(reasonOf(error), error);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): MailReason {
  const answered =
    typeof error === 'object' && error !== null && 'responseCode' in error && Number(error.responseCode) > 0;
  return answered ? 'refused' : 'away';
}
