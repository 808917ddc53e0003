import { createTransport, type SendMailOptions } from 'nodemailer';
import { transactionIsOpen } from './transaction-alarm.ts';

export interface Message {
  to: string;
  toName?: string;
  subject: string;
  text: string;
  html?: string;
  /** Of what is sent again as the same mail: letters, digits and hyphens. */
  id?: string;
}

/**
 * `address` and `refused` stay as they are, however often it is tried; `busy` is a refusal for now. `unsure` may have
 * arrived: the server had the whole mail and did not answer. `late` may still arrive: it was on its way when the deadline passed.
 */
export type MailReason = 'address' | 'refused' | 'busy' | 'unsure' | 'late' | 'away' | 'transaction' | 'closed';

export class MailFailed extends Error {
  override readonly name = 'MailFailed';
  readonly reason: MailReason;

  constructor(reason: MailReason, cause?: unknown) {
    super(`mail failed: ${reason}`, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}

export const reasonOf = (error: unknown): MailReason | null =>
  error instanceof Error && error.name === 'MailFailed' ? (error as MailFailed).reason : null;

export interface MailOptions {
  url: string;
  from: string;
  connections?: number;
  /** How long a server may say nothing. */
  silenceMs?: number;
}

export interface Mail {
  send(message: Message, options: { deadlineMs: number }): Promise<void>;
  close(): void;
}

export function openMail({ url, from, connections = 3, silenceMs = 20_000 }: MailOptions): Mail {
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
    maxConnections: connections,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.on('error', () => undefined);
  transport.use('stream', ({ message, data }, done) => {
    message.processFunc((stream) => stream.once('end', () => (data as Watched).handedOver?.()));
    done();
  });
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  let closed = false;

  return {
    async send(message, { deadlineMs }) {
      if (transactionIsOpen()) throw new MailFailed('transaction');
      if (closed) throw new MailFailed('closed');
      if (!isOneAddress(message.to)) throw new MailFailed('address');
      let isHandedOver = false;
      const watched: Watched = {
        handedOver: () => (isHandedOver = true),
        from,
        ...(message.id !== undefined && { messageId: `<${message.id}@${host}>` }),
        to: { name: oneLine(message.toName ?? ''), address: message.to },
        subject: oneLine(message.subject),
        text: message.text,
        ...(message.html !== undefined && { html: message.html }),
      };
      const sending = transport.sendMail(watched);
      await within(deadlineMs, sending, () => isHandedOver);
    },
    close() {
      closed = true;
      transport.close();
    },
  };
}

interface Watched extends SendMailOptions {
  /** Called when the server has been given the whole mail. */
  handedOver?: () => void;
}

// A line break here would begin a header, a comma or bracket a second recipient.
function isOneAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s@<>,;:"()[\]\\\p{Cc}\p{Cf}]+@[^\s@<>,;:"()[\]\\\p{Cc}\p{Cf}]+$/u.test(address);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

async function within(deadlineMs: number, sending: Promise<unknown>, isHandedOver: () => boolean): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MailFailed('late')), deadlineMs);
  });
  sending.catch(() => undefined);
  try {
    await Promise.race([sending, late]);
  } catch (error) {
    throw error instanceof MailFailed ? error : new MailFailed(whyFailed(error, isHandedOver()), error);
  } finally {
    clearTimeout(timer);
  }
}

interface SmtpAnswer {
  responseCode: number;
  code?: string;
  command?: string;
}

const isAnswer = (error: unknown): error is SmtpAnswer =>
  typeof error === 'object' && error !== null && 'responseCode' in error && Number(error.responseCode) > 0;

function whyFailed(error: unknown, isHandedOver: boolean): MailReason {
  if (!isAnswer(error)) return isHandedOver ? 'unsure' : 'away';
  // Whose password the server does not take waits for whoever runs it.
  if (error.responseCode < 500 || error.code === 'EAUTH') return 'busy';
  return error.command === 'RCPT TO' ? 'address' : 'refused';
}
