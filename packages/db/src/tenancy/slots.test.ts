import { describe, expect, it } from 'vitest';
import { Slot } from './slot.ts';
import { Slots } from './slots.ts';

// No slot connects before its first query, so none of this needs a server.
const slots = (size: number) => new Slots('postgres://nobody:x@localhost:1/none', size);
const soon = () => performance.now() + 2000;

const ask = (pool: Slots, lane: string, key = '') => Promise.resolve(pool.take({ lane, key }, soon()));
const refusal = (asked: Promise<Slot>) =>
  asked.then(
    () => 'none',
    (error: { why: string }) => error.why,
  );

/** Gives back whatever is given, and says in which order it was. */
async function orderOf(asked: { name: string; given: Promise<Slot> }[], pool: Slots): Promise<string[]> {
  const order: string[] = [];
  await Promise.all(
    asked.map(async ({ name, given }) => {
      const slot = await given;
      order.push(name);
      pool.giveBack(slot);
    }),
  );
  return order;
}

describe('slots', () => {
  it('are given at once while some are free', () => {
    const pool = slots(1);
    expect(pool.take({ lane: 'a', key: '' }, soon())).toBeInstanceOf(Slot);
    expect(pool.take({ lane: 'a', key: '' }, soon())).toBeInstanceOf(Promise);
  });

  it('serve waiting tenants in turn, and within one its sessions', async () => {
    const pool = slots(1);
    const held = await ask(pool, 'a', '1');
    const names = ['a1', 'a1', 'a2', 'a1', 'b1', 'c1'];
    const asked = names.map((name) => ({ name, given: ask(pool, name[0] ?? '', name[1]) }));
    pool.giveBack(held);
    expect(await orderOf(asked, pool)).toEqual(['a1', 'b1', 'c1', 'a2', 'a1', 'a1']);
  });

  it('are never all held by one tenant, nor by one session of it', async () => {
    const pool = slots(8);
    const batch = Array.from({ length: 10 }, () => pool.take({ lane: 'a', key: 'batch' }, soon()));
    expect(batch.filter((taken) => taken instanceof Slot)).toHaveLength(3);
    expect(pool.take({ lane: 'a', key: 'colleague' }, soon())).toBeInstanceOf(Slot);
    expect(pool.take({ lane: 'a', key: 'another' }, soon())).toBeInstanceOf(Promise);
    for (const lane of ['b', 'c', 'd', 'e']) expect(pool.take({ lane, key: '' }, soon())).toBeInstanceOf(Slot);
  });

  it('go to those who hold fewest', async () => {
    const pool = slots(3);
    const first = await ask(pool, 'a', '1');
    await ask(pool, 'a', '2');
    const b = await ask(pool, 'b', '1');
    const asked = ['a4', 'b2', 'a5', 'c1'].map((name) => ({ name, given: ask(pool, name[0] ?? '', name[1]) }));
    const order: string[] = [];
    for (const { name, given } of asked) void given.then(() => order.push(name));
    pool.giveBack(b);
    pool.giveBack(first);
    await Promise.resolve();
    await Promise.resolve();
    expect(order).toEqual(['b2', 'c1']);
  });

  it('are not waited for beyond the deadline', async () => {
    const pool = slots(1);
    const held = await ask(pool, 'a');
    expect(await refusal(Promise.resolve(pool.take({ lane: 'b', key: '' }, performance.now() + 20)))).toBe('deadline');
    pool.giveBack(held);
    expect(await ask(pool, 'b')).toBe(held);
  });

  it('are not given to who has no time left', async () => {
    const pool = slots(1);
    const held = await ask(pool, 'a');
    const late = refusal(Promise.resolve(pool.take({ lane: 'b', key: '' }, performance.now() + 5)));
    const next = ask(pool, 'c');
    // The timer of the first has had no chance to run.
    for (const until = performance.now() + 10; performance.now() < until; );
    pool.giveBack(held);
    expect(await late).toBe('deadline');
    expect(await next).toBe(held);
  });

  it('are not waited for by who has gone', async () => {
    const pool = slots(1);
    const held = await ask(pool, 'a');
    const caller = new AbortController();
    const gone = refusal(Promise.resolve(pool.take({ lane: 'b', key: '' }, soon(), caller.signal)));
    caller.abort();
    expect(await gone).toBe('aborted');
    expect(await refusal(Promise.resolve(pool.take({ lane: 'b', key: '' }, soon(), caller.signal)))).toBe('aborted');
    pool.giveBack(held);
    expect(await ask(pool, 'b')).toBe(held);
  });

  it('keep a bounded line for each tenant, in which no session keeps out another', async () => {
    const pool = slots(1);
    await ask(pool, 'a');
    const noisy = Array.from({ length: 49 }, () => refusal(ask(pool, 'a', 'noisy')));
    expect(await noisy[48]).toBe('queue');
    const colleague = ask(pool, 'a', 'quiet');
    // The last of the longest line made room.
    expect(await noisy[47]).toBe('queue');
    const neighbour = ask(pool, 'b');
    expect(await Promise.race([colleague, neighbour, Promise.resolve('waits')])).toBe('waits');
  });

  it('always have a place to wait for a tenant that waits nowhere', async () => {
    const pool = slots(1);
    await ask(pool, 'a');
    const lines = ['a', 'b', 'c'].map((lane) => Array.from({ length: 48 }, () => refusal(ask(pool, lane))));
    const newcomer = ask(pool, 'e');
    expect(await Promise.race(lines.map((line) => line[47]))).toBe('queue');
    expect(await Promise.race([newcomer, Promise.resolve('waits')])).toBe('waits');
  });

  it('have it too when the others wait in many short lines', async () => {
    const pool = slots(1);
    await ask(pool, 'a');
    const lanes = ['a', 'b', 'c'];
    const lines = lanes.map((lane) => Array.from({ length: 48 }, (_, key) => refusal(ask(pool, lane, String(key)))));
    const newcomer = ask(pool, 'e');
    expect(await Promise.race([newcomer, Promise.resolve('waits')])).toBe('waits');
    expect(await Promise.race(lines.flat())).toBe('queue');
  });

  it('replace one that died, and one that is old', async () => {
    const pool = slots(1);
    const held = await ask(pool, 'a');
    held.hasWorked = true;
    held.die('connection');
    pool.giveBack(held);
    expect(await ask(pool, 'a')).not.toBe(held);
    const short = new Slots('postgres://nobody:x@localhost:1/none', 1, 0);
    const old = await ask(short, 'a');
    short.giveBack(old);
    expect(await ask(short, 'a')).not.toBe(old);
  });

  it('try a server that is away one at a time, and tell the others at once', async () => {
    const pool = slots(3);
    const lost = [await ask(pool, 'a', '1'), await ask(pool, 'b', '1'), await ask(pool, 'c', '1')];
    const waiting = ask(pool, 'a', '1');
    for (const slot of lost) {
      slot.die('connection');
      pool.giveBack(slot);
    }
    // Tried again soon, by one.
    const probe = await waiting;
    probe.die('connection');
    pool.giveBack(probe);
    expect(await refusal(ask(pool, 'b'))).toBe('connection');
  });

  it('drain before they close and refuse whoever comes after', async () => {
    const pool = slots(1);
    const held = await ask(pool, 'a');
    const closing = pool.close();
    expect(await refusal(ask(pool, 'b'))).toBe('closing');
    pool.giveBack(held);
    await closing;
  });
});
