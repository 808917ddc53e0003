import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { jobImport } from '@studyspot/api/domains/imports/job-import';
import { PART_BYTES } from '@studyspot/api/domains/imports/names';
import { onImportAsked } from '@studyspot/api/domains/imports/on-import-asked';
import { openStage, type Stage } from '@studyspot/api/testing/stage';
import { startTestWorker } from '@studyspot/api/testing/worker';

const BARS = { checked: 8, applied: 30 };
const KINDS_OF_BAD = 12;
const pad = (n: number, width: number) => String(n).padStart(width, '0');
const phoneOf = (n: number) => `9${pad(100_000_000 + n * 7, 9)}`;

/** Twelve ways in which a row is no good. */
const bad: readonly ((n: number) => string)[] = [
  (n) => `,${phoneOf(n)},,,`,
  (n) => `Blank Phone ${n},,,,`,
  (n) => `Short Phone ${n},98290,,,`,
  (n) => `Words Phone ${n},not given,,,`,
  (n) => `No Day ${n},${phoneOf(n)},31/02/2004,,`,
  (n) => `Future Day ${n},${phoneOf(n)},01/01/2190,,`,
  (n) => `Words Day ${n},${phoneOf(n)},unknown,,`,
  (n) => `Minor Of Day ${n},${phoneOf(n)},01/01/2015,,`,
  (n) => `Minor By Age ${n},${phoneOf(n)},15 yrs,,`,
  (n) => `No Mail ${n},${phoneOf(n)},,at home,`,
  (n) => `${'Long '.repeat(40)}${n},${phoneOf(n)},,,`,
  (n) => `Father ${n},${phoneOf(n)},,,12`,
];
const good: readonly ((n: number) => string)[] = [
  (n) => `Ravi ${n} Kumar,${phoneOf(n)},06/05/2004,ravi${n}@example.in,`,
  (n) => `सीता ${n} देवी,+91 ${phoneOf(n)},6-5-03,,9${pad(n, 9)}`,
  (n) => `Mohan ${n},0${phoneOf(n)},38113,,`,
  (n) => `Gita ${n},${phoneOf(n)} / 8${pad(n, 9)},21,,`,
];

const lineOf = (n: number): string =>
  n % 100 < 7 ? (bad[n % KINDS_OF_BAD]?.(n) ?? '') : (good[n % good.length]?.(n) ?? '');

type Call = ReturnType<Stage['owner']>['imports'];

async function settled(call: Call, id: string) {
  for (;;) {
    const now = await call.get({ id });
    if (!['reading', 'checking', 'applying', 'undoing'].includes(now.state)) return now;
    await pause(250);
  }
}

async function checked(call: Call, bytes: Buffer, libraryId: string) {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += PART_BYTES) {
    const data = bytes.subarray(from, from + PART_BYTES).toString('base64');
    parts.push((await call.part({ requestKey: randomUUID(), data })).id);
  }
  const begun = { requestKey: randomUUID(), kind: 'students', libraryId, fileName: 'register.csv', parts };
  const { id, version, headerNo, columns } = await settled(call, (await call.begin(begun)).id);
  await call.map({ id, version, headerNo, columns });
  return await settled(call, id);
}

async function acted(call: Call, id: string, act: 'start' | 'undo') {
  await call.act({ id, act });
  return await settled(call, id);
}

async function timed<T>(work: Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  return [await work, (performance.now() - began) / 1000];
}

/** A register of 10,000 rows, 7% of them bad in twelve ways: checked, brought in, once more, and taken back. */
export async function run({ quick }: { quick: boolean }): Promise<{ passed: boolean; line: string }> {
  const rows = quick ? 1_000 : 10_000;
  const stage = await openStage();
  const worker = startTestWorker(stage.database, { onImportAsked, jobImport });
  const { a } = stage.world;
  const live = async () =>
    Number(
      (
        await stage.database.sql`select count(*) as n from students where tenant_id = ${a.id} and removed_at is null`
      )[0]?.['n'],
    );
  try {
    await worker.hears;
    await stage.database.sql`update tenants set max_students = 100000 where id = ${a.id}`;
    const before = await live();
    const call = stage.owner(a.owner.session).imports;
    const lines = Array.from({ length: rows }, (_, n) => lineOf(n));
    const wrong = Array.from({ length: rows }, (_, n) => n).filter((n) => n % 100 < 7).length;
    const bytes = Buffer.from(['Name,Mobile,DOB,Email,Father Phone', ...lines].join('\n'));
    const idle = process.memoryUsage.rss();
    const [first, checkSeconds] = await timed(checked(call, bytes, a.libraries[0]));
    const [done, applySeconds] = await timed(acted(call, first.id, 'start'));
    const memory = Math.round((process.memoryUsage.rss() - idle) / 1024 / 1024);
    const again = await acted(call, (await checked(call, bytes, a.libraries[0])).id, 'start');
    const [undone, undoSeconds] = await timed(acted(call, first.id, 'undo'));
    const left = await live();
    const changed = again.counts.made + again.counts.written;
    const exact =
      first.counts.bad === wrong && done.counts.made === rows - wrong && changed === 0 && undone.counts.kept === 0;
    const passed = exact && left === before && checkSeconds < BARS.checked && applySeconds < BARS.applied;
    const told = `checked in ${checkSeconds.toFixed(1)} s, brought in in ${applySeconds.toFixed(1)} s, taken back in ${undoSeconds.toFixed(1)} s`;
    const counts = `${first.counts.bad} of ${wrong} bad found, ${done.counts.made} made, second run ${changed}, ${left - before} left`;
    return { passed, line: `import of ${rows}: ${told}; ${counts}; ${memory} MB more in one process for all` };
  } finally {
    await worker.stop();
    await stage.close();
  }
}
