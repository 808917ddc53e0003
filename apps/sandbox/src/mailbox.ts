import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';

export interface KeptMail {
  id: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
  bytes: number;
}

const MOST_MAILS = 500;
const MOST_BYTES = 32 * 1024 * 1024;

export class Mailbox {
  #mails: KeptMail[] = [];
  #bytes = 0;

  async keep(raw: Buffer, envelopeTo: string[]): Promise<void> {
    const mail = await PostalMime.parse(raw);
    this.#mails.unshift({
      id: randomUUID(),
      receivedAt: new Date().toISOString(),
      from: mail.from?.address ?? '',
      to: envelopeTo,
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
      headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
      bytes: raw.length,
    });
    this.#bytes += raw.length;
    while (this.#mails.length > MOST_MAILS || this.#bytes > MOST_BYTES) this.#bytes -= this.#mails.pop()?.bytes ?? 0;
  }

  list(to?: string): KeptMail[] {
    return to === undefined ? this.#mails : this.#mails.filter((mail) => mail.to.includes(to.toLowerCase()));
  }

  find(id: string): KeptMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  clear(): void {
    this.#mails = [];
    this.#bytes = 0;
  }
}
