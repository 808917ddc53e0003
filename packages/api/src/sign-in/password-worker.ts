import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import bcrypt from 'bcryptjs';

export type PasswordTask =
  | { number: number; kind: 'hash'; input: string; cost: number }
  | { number: number; kind: 'compare'; input: string; hash: string };
export type PasswordAnswer = { number: number; value: string | boolean } | { number: number; failed: string };

export interface PasswordWorkerData {
  /** Behind everything else that the machine does. */
  stepsBack: boolean;
}

// Low priority belongs to the thread alone on Linux; elsewhere it may be refused, which costs speed and nothing else.
try {
  if ((workerData as PasswordWorkerData).stepsBack) setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
} catch {}

function work(task: PasswordTask): string | boolean {
  return task.kind === 'hash' ? bcrypt.hashSync(task.input, task.cost) : bcrypt.compareSync(task.input, task.hash);
}

parentPort?.on('message', (task: PasswordTask) => {
  let answer: PasswordAnswer;
  try {
    answer = { number: task.number, value: work(task) };
  } catch (error) {
    answer = { number: task.number, failed: error instanceof Error ? error.name : 'unknown' };
  }
  parentPort?.postMessage(answer);
});
