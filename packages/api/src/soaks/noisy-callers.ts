import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

export interface NoiseOrder {
  url: string;
  headers: Record<string, string>[];
  callers: number;
}

export interface Noise {
  answered: number;
  refused: number;
  /** What came instead of an answer or a refusal. */
  failed: string[];
}

// A thread of its own: what the callers cost must not be taken for what the server costs.
const { url, headers, callers } = workerData as NoiseOrder;
// In turn, so that the server closes none for being idle.
const agent = new Agent({ keepAlive: true, maxSockets: callers, scheduling: 'fifo' });
const noise: Noise = { answered: 0, refused: 0, failed: [] };
const body = JSON.stringify({ filters: { q: 'nowhere' } });
let isOver = false;

function ask(asked: Record<string, string>): Promise<number | Error> {
  return new Promise((resolve) => {
    const sent = request(
      url,
      { agent, method: 'POST', headers: { ...asked, 'content-length': body.length } },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on('error', resolve);
    sent.end(body);
  });
}

/** Searches through many rows and asks again at once; where it is refused it comes back in a moment. */
async function call(asked: Record<string, string>): Promise<void> {
  while (!isOver) {
    const status = await ask(asked);
    if (status === 200) noise.answered++;
    else if (status === 503) noise.refused++;
    else noise.failed.push(String(status));
    if (status !== 200) await pause(2000 + Math.random() * 2000);
  }
}

parentPort?.once('message', () => {
  isOver = true;
  parentPort?.postMessage(noise);
});
for (let number = 0; number < callers; number++) void call(headers[number % headers.length] ?? {});
