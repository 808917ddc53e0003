import { describe, expect, it } from 'vitest';
import { Slot } from './slot.ts';
import { Slots } from './slots.ts';

// No slot connects before its first query, so none of this needs a server.
const slots = (size: number) => new Slots('postgres://nobody:x@localhost:1/none', size);
const soon = () => performance.now() + 2000;

async function take(pool: Slots, tenant = 'a'): Promise<Slot> {
  return pool.take(tenant, soon());
}

describe('slots', () => {
  it('are given at once while some are free', () => {
    const pool = slots(1);
    expect(pool.take('a', soon())).toBeInstanceOf(Slot);
    expect(pool.take('a', soon())).toBeInstanceOf(Promise);
  });

  it('serve waiting tenants in turn', async () => {
    const pool = slots(1);
    let held = await take(pool);
    const order: string[] = [];
    const waiting = ['a', 'a', 'a', 'b', 'c'].map(async (tenant, index) => {
      held = await take(pool, tenant);
      order.push(`${tenant}${index}`);
      pool.giveBack(held);
    });
    pool.giveBack(held);
    await Promise.all(waiting);
    expect(order).toEqual(['a0', 'b3', 'c4', 'a1', 'a2']);
  });

  it('are not waited for beyond the deadline', async () => {
    const pool = slots(1);
    const held = await take(pool);
    await expect(pool.take('b', performance.now() + 20)).rejects.toMatchObject({
      name: 'Unavailable',
      why: 'deadline',
    });
    pool.giveBack(held);
    expect(pool.take('b', soon())).toBe(held);
  });

  it('keep a bounded queue', async () => {
    const pool = slots(1);
    const held = await take(pool);
    const waiting = Array.from({ length: 64 }, () => take(pool));
    await expect(pool.take('b', soon())).rejects.toMatchObject({ name: 'Unavailable', why: 'queue' });
    pool.giveBack(held);
    for (const next of waiting) pool.giveBack(await next);
  });

  it('replace one that died', async () => {
    const pool = slots(1);
    const held = await take(pool);
    held.die('connection');
    pool.giveBack(held);
    expect(await take(pool)).not.toBe(held);
  });

  it('drain before they close and refuse whoever comes after', async () => {
    const pool = slots(1);
    const held = await take(pool);
    const closing = pool.close();
    await expect(pool.take('b', soon())).rejects.toMatchObject({ why: 'closing' });
    pool.giveBack(held);
    await closing;
  });
});
