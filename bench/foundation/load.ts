import { Agent, type IncomingMessage, request } from 'node:http';
import { median, percentile } from './measure.ts';

export interface Call {
  cookie: string;
  tenant: string;
  /** Stands in every right answer of this caller and in no other's. */
  mark: string;
}

export interface Order {
  port: number;
  method: 'GET' | 'POST';
  path: string;
  body: string;
  calls: readonly Call[];
  callers: number;
  seconds: number;
  maxCalls: number;
}

export interface Outcome {
  calls: number;
  seconds: number;
  failures: string[];
  p50: number;
  p95: number;
  p99: number;
}

const ROWS = 20;

function fire(agent: Agent, order: Order, call: Call): Promise<string | null> {
  return new Promise((resolve) => {
    const headers: Record<string, string | number> = {
      cookie: call.cookie,
      'x-studyspot-tenant': call.tenant,
      origin: `http://localhost:${order.port}`,
      accept: '*/*',
    };
    if (order.method === 'POST') {
      headers['content-type'] = 'application/json';
      headers['content-length'] = Buffer.byteLength(order.body);
    }
    const sent = request(
      { agent, host: '127.0.0.1', port: order.port, method: order.method, path: order.path, headers, timeout: 20_000 },
      (response: IncomingMessage) => {
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('error', (error) => resolve(error.message));
        response.on('end', () => {
          const right = response.statusCode === 200 && text.split(call.mark).length - 1 === ROWS;
          resolve(right ? null : `${response.statusCode} ${text.slice(0, 200)}`);
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer in 20 s')));
    sent.on('error', (error) => resolve(error.message));
    sent.end(order.method === 'POST' ? order.body : undefined);
  });
}

async function carryOut(order: Order): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.callers });
  const times: number[] = [];
  const failures: string[] = [];
  const start = performance.now();
  const until = start + order.seconds * 1000;
  let begun = 0;
  const caller = async () => {
    while (performance.now() < until && begun < order.maxCalls && failures.length < 20) {
      const call = order.calls[begun % order.calls.length];
      if (!call) return;
      begun += 1;
      const from = performance.now();
      const failure = await fire(agent, order, call);
      times.push(performance.now() - from);
      if (failure !== null) failures.push(failure);
    }
  };
  await Promise.all(Array.from({ length: order.callers }, caller));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    calls: times.length,
    seconds,
    failures: failures.slice(0, 3),
    p50: median(times),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
  };
}

process.on('message', (order: Order) => {
  void carryOut(order).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => process.exit(0));
