import type { Share } from './profile.ts';

export interface Figures {
  name: string;
  /** Calls per second of CPU, the server's and Postgres' together. */
  perCpuSecond: number;
  perSecond: number;
  serverMs: number;
  postgresMs: number;
  p50: number;
  p95: number;
  p99: number;
  writes: number;
  rssMb: number;
}

interface Ratios {
  baseline: number;
  roundTrips: number;
}

const row = (cells: readonly string[]) =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(20) : cell.padStart(11))).join(' ');

export function printFigures(all: readonly Figures[]): void {
  const heads = [
    'calls/cpu-s',
    'calls/s',
    'server ms',
    'postgres ms',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'writes',
    'RSS MB',
  ];
  console.log(row(['', ...heads]));
  for (const one of all) {
    const { perCpuSecond, perSecond, serverMs, postgresMs, p50, p95, p99, writes, rssMb } = one;
    const cells = [perCpuSecond.toFixed(0), perSecond.toFixed(0), serverMs.toFixed(3), postgresMs.toFixed(3)];
    console.log(
      row([one.name, ...cells, ...[p50, p95, p99, writes].map((value) => value.toFixed(2)), rssMb.toFixed(0)]),
    );
  }
  console.log('per call: CPU ms of server and Postgres, write calls of the server; RSS of the server.');
}

export function printShares(shares: readonly Share[]): void {
  const parts = shares
    .filter(({ share }) => share >= 0.005)
    .map(({ name, share }) => `${name} ${(share * 100).toFixed(1)}%`);
  console.log(`where our server's time goes: ${parts.join(', ')}`);
}

export function summarise(
  [ours]: readonly Figures[],
  times: Ratios,
  bars: Ratios,
  goals: Ratios,
): { passed: boolean; line: string } {
  if (!ours) throw new Error('Our side is missing.');
  const passed = times.baseline >= bars.baseline && times.roundTrips >= bars.roundTrips;
  const line = [
    `foundation: ${ours.perCpuSecond.toFixed(0)} calls per CPU second`,
    `${times.baseline.toFixed(2)} x the usual Next app (bar ${bars.baseline}, goal ${goals.baseline})`,
    `${times.roundTrips.toFixed(2)} x the bare round trips (bar ${bars.roundTrips}, goal ${goals.roundTrips})`,
    `p50 ${ours.p50.toFixed(1)} p95 ${ours.p95.toFixed(1)} p99 ${ours.p99.toFixed(1)} ms`,
    `${(ours.serverMs + ours.postgresMs).toFixed(3)} ms CPU and ${ours.writes.toFixed(1)} writes a call`,
    `RSS ${ours.rssMb.toFixed(0)} MB`,
    passed ? 'passed' : 'MISSED',
  ].join(', ');
  return { passed, line };
}
