import type { Sql, TransactionSql } from 'postgres';

export type Role =
  | 'ss_tenant'
  | 'ss_platform'
  | 'ss_auth'
  | 'ss_system'
  | 'ss_post'
  | 'ss_owner'
  | 'ss_gate'
  | 'ss_identity'
  | 'ss_jobs';
export type Answer = { ok: true; rows: Record<string, unknown>[]; count: number } | { ok: false; code: string };

export class Broken extends Error {}

export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}

interface PostgresFailure {
  code: string;
}

const isPostgresFailure = (error: unknown): error is PostgresFailure =>
  error instanceof Error && 'severity_local' in error && 'code' in error;

/**
 * Statements as any login inside one transaction of a superuser that is rolled back at the end: a mutant, what it
 * breaks and every attempt live and go together.
 */
export class Probe {
  readonly #tx: TransactionSql;

  constructor(tx: TransactionSql) {
    this.#tx = tx;
  }

  /** What it changed stays until the scene ends; when it fails, nothing of it does. */
  async as(role: Role, claim: string | null, text: string, params: ReadonlyArray<string | null> = []): Promise<Answer> {
    const setClaim = claim === null ? '' : `set local app.tenant_id = '${claim}';`;
    // Sent before it is waited for: an attempt is two round trips, and there are thousands.
    const begun = this.#tx
      .unsafe(`savepoint attempt; set local session authorization ${role}; ${setClaim}`)
      .simple()
      .execute();
    try {
      const rows = await this.#tx.unsafe<Record<string, unknown>[]>(text, [...params]);
      await begun;
      await this.#tx
        .unsafe(`set local session authorization default; set local app.tenant_id = ''; release savepoint attempt`)
        .simple();
      return { ok: true, rows: [...rows], count: rows.count };
    } catch (error) {
      if (!isPostgresFailure(error)) throw error;
      await this.#tx.unsafe('rollback to savepoint attempt; release savepoint attempt').simple();
      return { ok: false, code: error.code };
    }
  }

  async owner(text: string, params: ReadonlyArray<string | null> = []): Promise<Record<string, unknown>[]> {
    return [...(await this.#tx.unsafe<Record<string, unknown>[]>(text, [...params]))];
  }

  /** Many statements, as the superuser. */
  async script(text: string): Promise<void> {
    await this.#tx.unsafe(text).simple();
  }

  get reader(): TransactionSql {
    return this.#tx;
  }

  /** Everything inside is undone afterwards. */
  async scene<T>(run: () => Promise<T>): Promise<T> {
    await this.#tx.unsafe('savepoint scene').simple();
    try {
      return await run();
    } finally {
      await this.#tx.unsafe('rollback to savepoint scene; release savepoint scene').simple();
    }
  }

  async refused(role: Role, claim: string | null, text: string, codes: readonly string[], what: string): Promise<void> {
    // Nothing to undo: what is refused has left nothing.
    const answer = await this.as(role, claim, text);
    must(!answer.ok, `${what}: went through as ${role}`);
    must(codes.includes(answer.code), `${what}: as ${role} answered ${answer.code}`);
  }

  async allowed(role: Role, claim: string | null, text: string, count: number | null, what: string): Promise<void> {
    await this.scene(async () => {
      const answer = await this.as(role, claim, text);
      must(answer.ok, `control: ${what} as ${role}${answer.ok ? '' : ` answered ${answer.code}`}`);
      must(count === null || answer.count === count, `control: ${what} as ${role} touched ${answer.count} rows`);
    });
  }
}

class RolledBack extends Error {}

export async function inProbe<T>(sql: Sql, run: (probe: Probe) => Promise<T>): Promise<T> {
  const kept: T[] = [];
  await sql
    .begin(async (tx) => {
      await tx.unsafe('set local statement_timeout = 0; set local transaction_timeout = 0').simple();
      kept.push(await run(new Probe(tx)));
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  const [result] = kept;
  if (kept.length === 0) throw new Error('the probe did not run');
  return result as T;
}

export interface Behaviour {
  name: string;
  holds(probe: Probe): Promise<void>;
}

/** The names and reasons of the behaviours that do not hold, up to `most` of them. */
export async function brokenBehaviours(
  probe: Probe,
  behaviours: readonly Behaviour[],
  most = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const broken: string[] = [];
  for (const behaviour of behaviours) {
    try {
      await probe.scene(() => behaviour.holds(probe));
    } catch (error) {
      if (!(error instanceof Broken) && !isPostgresFailure(error)) throw error;
      broken.push(`${behaviour.name} (${error instanceof Error ? error.message : String(error.code)})`);
      if (broken.length >= most) break;
    }
  }
  return broken;
}
