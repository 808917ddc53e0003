import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBenchDatabase } from './data.ts';
import { median, type Usage, usageOf } from './measure.ts';
import { whereTimeGoes } from './profile.ts';
import { type Figures, printFigures, printShares, summarise } from './report.ts';
import { buildBaseline, type Side, startBaseline, startOurs, startRoundTrips } from './sides.ts';

const bars = { baseline: 1.8, roundTrips: 0.45 };
const warmCalls = 12_000;
const goals = { baseline: 2.5, roundTrips: 0.5 };

interface Round {
  calls: number;
  perSecond: number;
  side: Usage;
  postgresCpuMs: number;
  p50: number;
  p95: number;
  p99: number;
}

async function measure(side: Side, postgresPid: number, seconds: number): Promise<Round> {
  const sideBefore = usageOf(side.pid);
  const postgresBefore = usageOf(postgresPid);
  const outcome = await side.go(seconds);
  const after = usageOf(side.pid);
  const postgresAfter = usageOf(postgresPid);
  const [failure] = outcome.failures;
  if (failure !== undefined) throw new Error(`${side.name} answered wrongly: ${failure}`);
  return {
    ...outcome,
    perSecond: outcome.calls / outcome.seconds,
    side: { cpuMs: after.cpuMs - sideBefore.cpuMs, writes: after.writes - sideBefore.writes, rssMb: after.rssMb },
    postgresCpuMs: postgresAfter.cpuMs - postgresBefore.cpuMs,
  };
}

const perCpuSecond = (round: Round) => (round.calls * 1000) / (round.side.cpuMs + round.postgresCpuMs);

/** Round by round: a machine that was slow for a while was so for both. */
const times = (ours: readonly Round[], theirs: readonly Round[]) =>
  median(ours.map((round, index) => perCpuSecond(round) / perCpuSecond(theirs[index] ?? round)));

function figuresOf(side: Side, rounds: readonly Round[]): Figures {
  const over = (pick: (round: Round) => number) => median(rounds.map(pick));
  return {
    name: side.name,
    perCpuSecond: over(perCpuSecond),
    perSecond: over((round) => round.perSecond),
    serverMs: over((round) => round.side.cpuMs / round.calls),
    postgresMs: over((round) => round.postgresCpuMs / round.calls),
    p50: over((round) => round.p50),
    p95: over((round) => round.p95),
    p99: over((round) => round.p99),
    writes: over((round) => round.side.writes / round.calls),
    rssMb: over((round) => round.side.rssMb),
  };
}

export async function run({ quick }: { quick: boolean }): Promise<{ passed: boolean; line: string }> {
  const [rounds, seconds, warmUp] = quick ? [3, 2, 4] : [15, 2, 20];
  console.log('building the usual Next app …');
  await buildBaseline();
  console.log('making 100 tenants and 500,000 rows …');
  const database = await openBenchDatabase();
  const profiles = await mkdtemp(path.join(tmpdir(), 'ss-bench-'));
  const sides: Side[] = [];
  try {
    const ours = await startOurs(database);
    sides.push(ours);
    const baseline = await startBaseline(database);
    sides.push(baseline);
    const roundTrips = await startRoundTrips(database);
    sides.push(roundTrips);

    // Until the engine has compiled what is hot: by calls, so that the slower side gets as many.
    for (const side of sides) await side.go(warmUp, warmCalls);
    const taken = sides.map((side) => ({ side, rounds: [] as Round[] }));
    for (let round = 1; round <= rounds; round++) {
      // Alternating, and each round begins with another side, so that drift of the machine hits all alike.
      for (let turn = 0; turn < taken.length; turn++) {
        const one = taken[(round + turn) % taken.length];
        one?.rounds.push(await measure(one.side, database.serverPid, seconds));
      }
      console.log(`round ${round} of ${rounds}`);
    }
    const figures = taken.map((one) => figuresOf(one.side, one.rounds));
    printFigures(figures);

    const profiled = await startOurs(database, profiles);
    sides.push(profiled);
    await profiled.go(warmUp, warmCalls);
    await profiled.stop();
    printShares(whereTimeGoes(profiles));
    const [our = [], ...others] = taken.map((one) => one.rounds);
    const [toBaseline = 0, toRoundTrips = 0] = others.map((rounds) => times(our, rounds));
    return summarise(figures, { baseline: toBaseline, roundTrips: toRoundTrips }, bars, goals);
  } finally {
    for (const side of sides) await side.stop();
    await database.stop();
    rmSync(profiles, { recursive: true, force: true });
  }
}
