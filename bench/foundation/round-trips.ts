import postgres from 'postgres';
import { listColumns, listOrder } from './items.ts';
import type { Outcome } from './load.ts';
import { median, percentile } from './measure.ts';

export interface RoundTripOrder {
  url: string;
  socket: string;
  slots: number;
  seconds: number;
  maxCalls: number;
  /** The gate's arguments, and what the first row's code must begin with. */
  calls: ReadonlyArray<{ tenant: string; session: string; secretHash: string; mark: string }>;
  gate: string;
  roles: string;
  permission: string;
}

const list = `select ${listColumns} from bench_items ${listOrder}`;

type Slot = postgres.Sql;
let slots: Slot[] = [];

function open(order: RoundTripOrder): Slot[] {
  return Array.from({ length: order.slots }, () =>
    postgres(order.url, { path: order.socket, max: 1, idle_timeout: 0, max_lifetime: null, fetch_types: false }),
  );
}

const unended = new Set<Slot>();

/** Begin, claim, gate and list in one write, and in the same message the commit of the call before, as ours does it. */
async function enter(slot: Slot, order: RoundTripOrder, call: RoundTripOrder['calls'][number]): Promise<boolean> {
  const secretHash = Buffer.from(call.secretHash, 'hex');
  const gate = [call.session, secretHash, 'owner', order.roles, order.permission, false, null];
  const commit = unended.has(slot) ? 'commit; ' : '';
  const [, , rows] = await Promise.all([
    slot.unsafe(`${commit}begin; set local app.tenant_id='${call.tenant}'`).simple(),
    slot.unsafe(order.gate, gate, { prepare: true }).values(),
    slot.unsafe(list, [], { prepare: true }).values(),
  ]);
  unended.add(slot);
  return rows.length === 20 && String(rows[0]?.[2]).startsWith(call.mark);
}

async function carryOut(order: RoundTripOrder): Promise<Outcome> {
  if (slots.length === 0) slots = open(order);
  const times: number[] = [];
  const failures: string[] = [];
  const start = performance.now();
  const until = start + order.seconds * 1000;
  let begun = 0;
  const caller = async (slot: Slot) => {
    while (performance.now() < until && begun < order.maxCalls && failures.length < 20) {
      const call = order.calls[begun % order.calls.length];
      if (!call) return;
      begun += 1;
      const from = performance.now();
      try {
        if (!(await enter(slot, order, call))) failures.push('wrong rows');
      } catch (error) {
        failures.push(String(error));
      }
      times.push(performance.now() - from);
    }
  };
  await Promise.all(slots.map(caller));
  await Promise.all([...unended].map((slot) => slot.unsafe('commit').simple()));
  unended.clear();
  times.sort((a, b) => a - b);
  return {
    calls: times.length,
    seconds: (performance.now() - start) / 1000,
    failures: failures.slice(0, 3),
    p50: median(times),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
  };
}

process.on('message', (order: RoundTripOrder) => {
  void carryOut(order).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => process.exit(0));
