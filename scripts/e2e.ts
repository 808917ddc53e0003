import { spawn } from 'node:child_process';
import { PlainError } from './stack/plain-error.ts';
import { inRoot, root } from './stack/root.ts';
import { seconds } from './stack/steps.ts';
import { testStack } from './stack/test-stack.ts';
import { findBrowser } from './test/browser.ts';
import { leaveGivenUpJobs } from './test/given-up-jobs.ts';

const begun = performance.now();
let code = 1;
// One person's tests call and sign in more often than a person does.
const { stack, dir, stop } = await testStack({
  CHANGES_PER_MINUTE: '100000',
  READS_PER_MINUTE: '100000',
  SIGN_IN_TRIES_ADDRESS: '100000',
  SIGN_IN_TRIES_STRANGERS: '8',
  LOG_LEVEL: 'info',
});
try {
  const browser = findBrowser();
  await stack.start();
  await leaveGivenUpJobs(stack.database().url);
  code = await playwright(browser.path);
  if (code !== 0) for (const child of stack.children) console.log(`\n${child.name} said last:\n${child.lastLines()}`);
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
} finally {
  await stop();
}
console.log(`e2e: ${code === 0 ? 'passed' : 'failed'} in ${seconds(performance.now() - begun)}`);
process.exit(code);

function playwright(browser: string | null): Promise<number> {
  const { owner, admin, sandbox } = stack.options.ports;
  const child = spawn(
    process.execPath,
    [inRoot('node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        OWNER_URL: `http://localhost:${owner}`,
        ADMIN_URL: `http://localhost:${admin}`,
        MAILBOX_URL: `http://localhost:${sandbox}`,
        LOGS_DIR: `${dir}/logs`,
        ...(browser && { CHROMIUM_PATH: browser }),
      },
    },
  );
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('exit', (status) => done(status ?? 1));
  });
}
