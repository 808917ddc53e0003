import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openBoundedLog } from './bounded-log.ts';
import { inRoot } from './root.ts';

export interface Child {
  name: string;
  pid: number;
  exited: Promise<{ code: number | null; signal: string | null }>;
  hasExited(): boolean;
  lastLines(): string;
  send(message: string): void;
  messages: ChildProcess;
  /** Asks, waits, then insists. */
  stop(patienceMs: number): Promise<void>;
}

interface Wanted {
  name: string;
  file: string;
  args?: string[];
  nodeFlags?: readonly string[];
  cwd: string;
  env: Record<string, string>;
  logFile: string;
  onTerminal?: boolean;
}

/** In a process group of its own, so that Ctrl-C reaches it through us, in our order. */
export function startChild({
  name,
  file,
  args = [],
  nodeFlags = [],
  cwd,
  env,
  logFile,
  onTerminal = false,
}: Wanted): Child {
  const output = onTerminal ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, [...nodeFlags, '--import', inRoot('scripts/stack/leash.ts'), file, ...args], {
    cwd,
    env: { ...surroundings(), ...env },
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  const log = openBoundedLog(logFile);
  child.stdout?.on('data', log);
  child.stderr?.on('data', log);
  const closed = new Promise((done) => child.once('close', done));
  const exited = new Promise<{ code: number | null; signal: string | null }>((done) => {
    // Its last lines may still be in the pipe; a child of its own that lives on would keep that open.
    child.once('exit', async (code, signal) => {
      await Promise.race([closed, pause(500)]);
      done({ code, signal });
    });
    child.once('error', () => done({ code: 1, signal: null }));
  });
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;
  return {
    name,
    pid: child.pid ?? 0,
    exited,
    hasExited,
    messages: child,
    send: (message) => void child.send(message),
    lastLines: () =>
      onTerminal || !existsSync(logFile) ? '' : readFileSync(logFile, 'utf8').split('\n').slice(-20).join('\n'),
    async stop(patienceMs) {
      if (hasExited()) return;
      child.kill('SIGTERM');
      const insist = setTimeout(() => killGroup(child), patienceMs);
      await exited;
      clearTimeout(insist);
      killGroup(child);
    },
  };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already, as it should be.
  }
}

// A child gets what it is handed and what any program needs, and no other login's address.
export function surroundings(): Record<string, string> {
  const kept = [
    'PATH',
    'HOME',
    'LANG',
    'LC_ALL',
    'TMPDIR',
    'TERM',
    'FORCE_COLOR',
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
  ];
  const entries = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return {
    ...Object.fromEntries(entries),
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
}
