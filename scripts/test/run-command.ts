import { type ChildProcess, spawn } from 'node:child_process';
import { root } from '../stack/root.ts';

const running = new Set<ChildProcess>();

interface Ended {
  code: number;
  output: string;
}

/** Runs a program to its end in a group of its own and keeps the last of what it said. */
export function runCommand(
  command: string,
  args: readonly string[],
  more: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...more },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output = (output + chunk).slice(-200_000);
    });
  }
  return new Promise((done) => {
    const end = (code: number) => {
      running.delete(child);
      done({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      end(127);
    });
    child.once('exit', (code) => {
      // What a step leaves behind would disturb the next one.
      signalGroup(child, 'SIGTERM');
      end(code ?? 1);
    });
  });
}

export function runNode(file: string, args: readonly string[] = [], more: Record<string, string> = {}): Promise<Ended> {
  return runCommand(process.execPath, [file, ...args], more);
}

/** For the end of this process, wanted or not. */
export async function stopCommands(): Promise<void> {
  const ends = [...running].map((child) => new Promise((done) => child.once('exit', done)));
  for (const child of running) signalGroup(child, 'SIGTERM');
  const insist = setTimeout(() => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  }, 15_000);
  await Promise.all(ends);
  clearTimeout(insist);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nothing is left of it.
  }
}
