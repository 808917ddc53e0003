import type { Member, World } from '@studyspot/db/testing/world';
import en from '../../messages/en.json' with { type: 'json' };
import type { Schema } from '../procedures/schema.ts';
import type { Example, Side } from '../testing/example.ts';
import { cookieOf, headersOf, type TestServer } from '../testing/server.ts';
import { type BadCall, badCalls } from './bad-calls.ts';
import { pick, seeded } from './bad-values.ts';

export interface Subject {
  path: string;
  schema: Schema;
  example: Example;
}

export interface BadInputReport {
  procedures: number;
  calls: number;
  past: number;
  fewest: number;
  fewestPast: number;
  byNumber: Record<string, number>;
  /** What must be empty: one line per finding. */
  failures: string[];
  leaks: string[];
  hangs: string[];
}

export interface BadInputParts {
  server: TestServer;
  world: World;
  actor: Member;
  side: Side;
  foreign: readonly string[];
  subjects: readonly Subject[];
  /** Calls that the schema refuses, and again as many that go past it. */
  each: number;
  seed: number;
  hangMs: number;
  /** Puts back what earlier calls ended, so that later ones still meet the verb. */
  restore(): Promise<void>;
}

// As many passwords as one account may have compared at once: a fourth is told that the service is busy, and rightly.
const SIDE_BY_SIDE = 3;
const RESTORE_AFTER = SIDE_BY_SIDE * 11;
const sentences = new Set<string>(Object.values(en.errors));
const dataNames = new Set(['number', 'name', 'sentence', 'fields', 'details', 'requestId']);
const traces =
  /node_modules|\/packages\/|\.ts:\d|\bat \S+ \(|select .+ from|insert into|update .+ set|violates|syntax error|drizzle|postgres/i;

interface Wire {
  result?: unknown;
  error?: { message?: unknown; code?: unknown; data?: Record<string, unknown> };
}

/** Why an error body says more than it may, or null. Its sentence must be one of ours, word for word. */
function leakOf(wire: Wire, text: string): string | null {
  const { error } = wire;
  if (!error) return 'result' in wire ? null : 'neither result nor error';
  const { data } = error;
  const names = [...Object.keys(wire), ...Object.keys(error)].join();
  if (names !== 'error,message,code,data') return `body holds ${names}`;
  if (!data || Object.keys(data).some((name) => !dataNames.has(name))) return 'data holds more than it may';
  if (typeof data.sentence !== 'string' || !sentences.has(data.sentence)) return `sentence ${String(data.sentence)}`;
  const { fields: _, ...rest } = data;
  return traces.test(JSON.stringify(rest)) ? text.slice(0, 200) : null;
}

function callers({ actor, world }: BadInputParts): (string | null)[] {
  const proper = cookieOf(actor);
  const others = [
    world.a.staff,
    world.b.owner,
    world.a.removed,
    world.a.invited,
    world.disabled,
    world.suspended.owner,
  ];
  return [
    ...Array.from({ length: 12 }, () => proper),
    ...others.map((member) => cookieOf(member)),
    cookieOf(actor, { tenant: world.b.id }),
    cookieOf(actor, { tenant: null }),
    `${proper}x`,
    null,
  ];
}

async function send(parts: BadInputParts, path: string, call: BadCall, cookie: string | null): Promise<Response> {
  return fetch(`${parts.server.url}/api/trpc/${path}`, {
    method: 'POST',
    headers: headersOf(cookie, { 'accept-language': 'en' }),
    body: call.text,
    signal: AbortSignal.timeout(parts.hangMs),
  });
}

async function judge(parts: BadInputParts, report: BadInputReport, path: string, call: BadCall, cookie: string | null) {
  const shown = `${path} ${call.text.slice(0, 160)}`;
  let status: number;
  let text: string;
  try {
    const answer = await send(parts, path, call, cookie);
    status = answer.status;
    text = await answer.text();
  } catch (error) {
    report.hangs.push(`${shown}: ${error instanceof Error ? error.name : 'no answer'}`);
    return;
  }
  const wire = JSON.parse(text) as Wire;
  const number = wire.error?.data?.number ?? 0;
  report.byNumber[String(number)] = (report.byNumber[String(number)] ?? 0) + 1;
  if (status >= 500 || Number(number) >= 5000) report.failures.push(`${shown}: ${status} ${String(number)}`);
  const leak = leakOf(wire, text);
  if (leak !== null) report.leaks.push(`${shown}: ${leak}`);
}

/** Calls every procedure with hundreds of bad inputs over real HTTP and gathers what must not happen. */
export async function runBadInput(parts: BadInputParts): Promise<BadInputReport> {
  const random = seeded(parts.seed);
  const report: BadInputReport = {
    ...{ procedures: 0, calls: 0, past: 0, fewest: Number.POSITIVE_INFINITY, fewestPast: Number.POSITIVE_INFINITY },
    ...{ byNumber: {}, failures: [], leaks: [], hangs: [] },
  };
  const cookies = callers(parts);
  for (const { path, schema, example } of parts.subjects) {
    const { foreign, each, side } = parts;
    const calls = badCalls(random, { schema, example: () => example.input(side), foreign, each });
    for (let from = 0; from < calls.length; from += SIDE_BY_SIDE) {
      if (from % RESTORE_AFTER === 0) await parts.restore();
      const group = calls.slice(from, from + SIDE_BY_SIDE);
      await Promise.all(group.map((call) => judge(parts, report, path, call, pick(random, cookies))));
    }
    const past = calls.filter(({ isPast }) => isPast).length;
    report.procedures++;
    report.calls += calls.length;
    report.past += past;
    report.fewest = Math.min(report.fewest, calls.length);
    report.fewestPast = Math.min(report.fewestPast, past);
  }
  return report;
}
