import { type ClientRequest, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

export interface ListenersOrder {
  url: string;
  listeners: Array<{ cookie: string; tenant: string }>;
}

export type Heard =
  | { what: 'open' | 'ended'; listener: number }
  | { what: 'refused'; listener: number; status: number }
  | { what: 'resync'; listener: number }
  | { what: 'item'; listener: number; id: string; at: number };

// A thread of its own: what the listeners cost must not be taken for what the server costs.
const { url, listeners } = workerData as ListenersOrder;
const say = (heard: Heard) => parentPort?.postMessage(heard);
const asked = new Map<number, ClientRequest>();

function listen(listener: number, from: string, after: string): void {
  const { cookie, tenant } = listeners[listener] ?? { cookie: '', tenant: '' };
  let last = after;
  const headers = { cookie, accept: 'text/event-stream', ...(last !== '' && { 'last-event-id': last }) };
  const sent = request(`${from}/api/events?tenant=${tenant}`, { headers, agent: false }, (answer) => {
    if (answer.statusCode !== 200) {
      answer.resume();
      say({ what: 'refused', listener, status: answer.statusCode ?? 0 });
      // As a browser does, when all come back at once and some are told to wait.
      setTimeout(() => listen(listener, from, last), 1_000 + Math.random() * 2_000);
      return;
    }
    let isNew = true;
    let rest = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => {
      const at = Date.now();
      const messages = (rest + chunk).split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1];
        last = field('id') ?? last;
        if (field('event') === 'resync') say({ what: 'resync', listener });
        if (isNew && field('event') !== undefined) say({ what: 'open', listener });
        if (field('event') !== undefined) isNew = false;
        const data = field('event') === undefined ? field('data') : undefined;
        if (data !== undefined) say({ what: 'item', listener, id: JSON.parse(data).id, at });
      }
    });
    answer.on('end', () => {
      marks.set(listener, last);
      say({ what: 'ended', listener });
    });
  });
  sent.on('error', () => say({ what: 'refused', listener, status: 0 }));
  sent.end();
  asked.set(listener, sent);
}

const marks = new Map<number, string>();
const listenAll = (from: string) => {
  for (const listener of listeners.keys()) listen(listener, from, marks.get(listener) ?? '');
};

parentPort?.on('message', (next: string) => {
  if (next !== 'leave') return listenAll(next);
  for (const sent of asked.values()) sent.destroy();
});
listenAll(url);
