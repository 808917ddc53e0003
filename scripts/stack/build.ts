import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { surroundings } from './children.ts';
import { PlainError } from './plain-error.ts';
import { inRoot, root } from './root.ts';

const portals = ['owner', 'admin'] as const;
const stamp = inRoot('.studyspot', 'build.json');
const skipped =
  /^(node_modules|\.next|\.turbo|e2e|proofs|soaks|testing|test-results|next-env\.d\.ts|.*\.(test|proof)\.tsx?|README\.md)$/;

/** What was built, and from what: the hash of the sources and both build ids. */
function presentState(): string {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'tsconfig.base.json', 'turbo.json']) hash.update(readFileSync(inRoot(file)));
  for (const folder of ['apps/owner', 'apps/admin', 'packages']) addFolder(hash, inRoot(folder));
  const ids = portals.map((portal) => {
    const file = inRoot('apps', portal, '.next', 'BUILD_ID');
    return existsSync(file) ? readFileSync(file, 'utf8') : 'none';
  });
  return JSON.stringify({ sources: hash.digest('hex'), ids });
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (skipped.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else hash.update(`${path.slice(root.length)}\0`).update(readFileSync(path));
  }
}

export function isBuilt(): boolean {
  return existsSync(stamp) && !presentState().includes('"none"') && readFileSync(stamp, 'utf8') === presentState();
}

/** Both portals through Turborepo, unless what is there was built from these sources. */
export async function build(signal?: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  const output = await turbo(signal);
  if (signal?.aborted) throw new PlainError('The build was stopped.');
  if (output !== null) {
    console.error(output.split('\n').slice(-40).join('\n'));
    throw new PlainError('The portals do not build; what the builder said stands above.');
  }
  mkdirSync(inRoot('.studyspot'), { recursive: true });
  writeFileSync(stamp, presentState());
}

function turbo(signal?: AbortSignal): Promise<string | null> {
  const child = spawn(inRoot('node_modules/.bin/turbo'), ['run', 'build', '--output-logs=errors-only', '--no-color'], {
    cwd: root,
    env: surroundings(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => child.pid && process.kill(-child.pid, 'SIGTERM');
  signal?.addEventListener('abort', stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk).slice(-100_000);
    });
  }
  return new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      done(code === 0 ? null : output);
    });
  });
}
