// Runs before anything is installed: plain JavaScript, no dependencies, Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.studyspot-installed');

export const quiet = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

/** Ends the process with one sentence. */
export function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();
}

function npm(args) {
  const throughNpm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : null;
  const [command, first] = throughNpm ? [process.execPath, [throughNpm]] : ['npm', []];
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32' && !throughNpm,
    env: { ...process.env, ...quiet },
  });
}

/** Installs what package-lock.json names, if that is not there yet. */
export function install() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    giveUp(
      `StudySpot needs Node 20 or newer to begin with; this is ${process.version}. Install one from https://nodejs.org.`,
    );
  }
  if (isInstalled()) return 0;
  process.stdout.write('… Install packages\n');
  const begun = performance.now();
  const done = npm(['install', '--no-audit', '--no-fund', '--loglevel=error']);
  if (done.error?.code === 'ENOENT')
    giveUp('npm is not on the PATH: install Node.js together with npm, then try again.');
  if (done.error?.code === 'EACCES') giveUp(`${root} cannot be used by this user: ${done.error.message}.`);
  if (done.status !== 0) {
    const output = `${done.stdout ?? ''}${done.stderr ?? ''}`;
    console.error(output.split('\n').slice(-25).join('\n'));
    if (/EACCES|EPERM|EROFS/.test(output))
      giveUp(`This user may not write to ${root}: clone into a folder of your own.`);
    giveUp(
      'npm install failed; its last lines stand above. Mend that (often the network or a proxy) and run this again.',
    );
  }
  writeFileSync(stamp, lockHash());
  const ms = performance.now() - begun;
  process.stdout.write(`✓ Install packages  ${(ms / 1000).toFixed(1)} s\n`);
  return ms;
}

/** The Node 24 that npm installed, or this one when it is new enough. */
export function node24() {
  const installed = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(installed) && spawnSync(installed, ['--version']).status === 0) return installed;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return giveUp(
    `StudySpot runs on Node 24, which npm brings along for Linux on x64 and arm64; on ${process.platform} ${process.arch} install Node 24 from https://nodejs.org and run this with it.`,
  );
}
