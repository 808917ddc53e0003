import { randomUUID } from 'node:crypto';
import { tailOf } from '@studyspot/api/domains/students/rules';
import { soughtOf } from '@studyspot/api/domains/students/sound-of';
import { addTenant } from '@studyspot/api/soaks/neighbours';
import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';
import { percentile } from '../foundation/measure.ts';
import { child, portalOf } from '../nervous/ground.ts';
import { firstNames, lastNames } from './names.ts';

const CALLERS = 20;
const LIBRARIES = 20;
const OTHERS = 99;
const bars = { digits: 50, part: 70, otherScript: 70, typo: 130, name: 50, newest: 50, status: 50 } as const;
type Shape = keyof typeof bars;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const nameOf = (n: number) => `${pick(firstNames, n * 7)[n % 2]} ${pick(lastNames, n * 13)[n % 2]}`;
const phoneOf = (n: number) => `+919${String(100_000_000 + ((n * 7_919) % 900_000_000)).padStart(9, '0')}`;

async function fill({ sql }: TestDatabase, tenant: string, libraries: number, from: number, till: number) {
  const homes = await sql<{ id: string }[]>`
    insert into libraries (tenant_id, name, code, address, city, state, pincode, capacity, hours)
      select ${tenant}::uuid, 'Hall ' || n, 'H' || n || '-' || ${from}::text, '-', 'Jaipur', 'RJ', '302001', 500, '[1,2,3,4,5,6,7]'
        from generate_series(1, ${libraries}) n returning id`;
  for (let at = from; at < till; at += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, till - at) }, (_, i) => {
      const n = at + i;
      const [name, code, phone] = [nameOf(n), `S-${n}`, phoneOf(n)];
      return {
        ...{ tenant_id: tenant, home_id: pick(homes, n).id, code, name, phone, sought: soughtOf(name, code) },
        ...{ phone_tail: tailOf(phone), status: n % 9 === 0 ? 'inactive' : 'active' },
        created_at: new Date(Date.now() - n * 97_000),
      };
    });
    await sql`insert into students ${sql(rows)}`;
  }
}

/** A letter in the middle that is none of it. */
const misspelt = (name: string) => `${name.slice(0, 2)}x${name.slice(3)}`;

const question: Readonly<Record<Shape, (n: number) => { filters?: { q: string }; sort?: object }>> = {
  digits: (n) => ({ filters: { q: phoneOf(n).slice(-5) } }),
  part: (n) => ({ filters: { q: `${pick(firstNames, n)[0].slice(0, 4)} ${pick(lastNames, n * 3)[0].slice(0, 3)}` } }),
  typo: (n) => ({ filters: { q: misspelt(pick(firstNames, n)[0]) } }),
  otherScript: (n) => ({ filters: { q: pick(firstNames, n)[n % 2] ?? '' } }),
  name: () => ({ sort: { by: 'name' } }),
  newest: () => ({ sort: { by: 'createdAt', descending: true } }),
  status: () => ({ sort: { by: 'status' } }),
};

type Ask = (n: number) => Promise<void>;

async function p95Of(ask: Ask, calls: number): Promise<number> {
  const times: number[] = [];
  let next = 0;
  const caller = async () => {
    while (next < calls) {
      next += 1;
      const began = performance.now();
      await ask(next);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return percentile(
    times.sort((a, b) => a - b),
    0.95,
  );
}

async function answered(answer: Response): Promise<void> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 200)}`);
}

/** Search and list of a tenant of 10,000 students beside 99 others, through HTTP, and the same as most would write it. */
export async function run({ quick }: { quick: boolean }): Promise<{ passed: boolean; line: string }> {
  const calls = quick ? 200 : 2_000;
  const test = await withTestDatabase();
  try {
    const { cookie, tenant } = await addTenant(test, 0);
    for (let n = 0; n < OTHERS; n++) {
      const id = randomUUID();
      await test.sql`insert into tenants (id, name, slug, email, status)
        values (${id}, ${`Small ${n}`}, ${id}, ${`small-${n}@example.test`}, 'active')`;
      await fill(test, id, 1, 0, 20);
    }
    const portal = await portalOf(test, 'owner');
    const usual = await child('../students/usual.ts', [test.ownerUrl, tenant]);
    const headers = { cookie, 'content-type': 'application/json', origin: 'http://localhost:3000' };
    const ours =
      (shape: Shape): Ask =>
      async (n) => {
        const body = JSON.stringify({ limit: 50, ...question[shape](n) });
        await answered(await fetch(`${portal.said}/api/trpc/students.list`, { method: 'POST', headers, body }));
      };
    const theirs =
      (shape: Shape): Ask =>
      async (n) => {
        const q = question[shape](n).filters?.q;
        await answered(await fetch(`${usual.said}/${q ? `?q=${encodeURIComponent(q)}` : ''}`));
      };
    const told: Record<string, number[]> = {};
    try {
      for (const [from, till] of [
        [0, 1_000],
        [1_000, 10_000],
      ] as const) {
        await fill(test, tenant, from === 0 ? LIBRARIES : 1, from, till);
        await test.sql`vacuum analyze`;
        for (const shape of Object.keys(bars) as Shape[]) {
          await p95Of(ours(shape), 100);
          told[shape] = [...(told[shape] ?? []), await p95Of(ours(shape), calls)];
          if (till === 10_000) told[shape].push(await p95Of(theirs(shape), calls));
        }
      }
    } finally {
      await Promise.all([portal.end(), usual.end()]);
    }
    const lines = Object.entries(told).map(([shape, [small = 0, large = 0, other = 0]]) => {
      const bar = bars[shape as Shape];
      const verdict = large <= bar ? 'passed' : 'FAILED';
      console.log(
        `${verdict}  ${shape}: p95 ${large.toFixed(0)} ms (bar ${bar}), ${small.toFixed(0)} with 1,000, as most would write it ${other.toFixed(0)}`,
      );
      return large <= bar;
    });
    const passed = lines.every(Boolean);
    const figures = Object.entries(told).map(([shape, [, large = 0]]) => `${shape} ${large.toFixed(0)}`);
    return {
      passed,
      line: `students: p95 of ${CALLERS} callers, ms: ${figures.join(', ')}, ${passed ? 'passed' : 'MISSED'}`,
    };
  } finally {
    await test.drop();
  }
}
