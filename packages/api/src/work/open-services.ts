import { openPostDatabase } from '@studyspot/db/tenancy/post-database';
import { openMail } from '@studyspot/providers/mail';
import type { WorkerEnv } from './env.ts';
import { QUEUES } from './queues.ts';
import type { WorkServices } from './services.ts';

// Longer than any server that answers at all, and less than a job may take: what a deadline cuts off may still arrive.
const SILENCE_MS = 45_000;
const DEADLINE_MS = 280_000;

type Mail = WorkServices['mail'] & { close?(): void };

function openMailServer(env: WorkerEnv): Mail {
  const server = openMail({
    ...{ url: env.MAIL_URL, from: env.MAIL_FROM },
    ...{ connections: QUEUES.outside, silenceMs: SILENCE_MS },
  });
  return { send: (letter) => server.send(letter, { deadlineMs: DEADLINE_MS }), close: () => server.close() };
}

/** What a worker's jobs call outside; mails go by the server of its settings, or another way. */
export function openWorkServices(
  env: WorkerEnv,
  mail = openMailServer(env),
): WorkServices & { close(): Promise<void> } {
  const post = openPostDatabase({ url: env.DATABASE_URL_POST });
  return {
    mail,
    urls: { owner: new URL(env.OWNER_URL).origin, admin: new URL(env.ADMIN_URL).origin },
    arm: (request, tokenHash) => post.arm(request, tokenHash),
    async close() {
      mail.close?.();
      await post.close();
    },
  };
}
