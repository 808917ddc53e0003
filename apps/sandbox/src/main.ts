import { env } from './env.ts';
import { startSandbox } from './sandbox.ts';

const sandbox = await startSandbox(env);
console.log(`sandbox: mailbox on http://localhost:${sandbox.httpPort}, SMTP on ${sandbox.smtpPort}`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 5_000).unref();
    sandbox.stop().then(() => process.exit(0));
  });
}
