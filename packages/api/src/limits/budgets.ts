import { AppError } from '../errors/app-error.ts';
import { addressKey } from '../http/peer.ts';
import type { Limits } from './limits.ts';

/** Whose budget it is: the session's, as the signed cookie says it, else the address's. */
export interface Spender {
  signed: { session: string } | null;
  request: { address: string };
}

export interface Cost {
  reads: number;
  changes: number;
}

export interface Budgets {
  /** Throws too_many_calls with the seconds to wait. */
  spend(spender: Spender, cost: Cost): void;
}

export interface BudgetNumbers {
  readsPerMinute: number;
  changesPerMinute: number;
}

/** Whatever asks the database for someone is counted: calls, pages and what these ask, the session's renewal. */
export function openBudgets(limits: Limits, { readsPerMinute, changesPerMinute }: BudgetNumbers): Budgets {
  const reads = limits.limiter('reads', { limit: readsPerMinute, windowMs: 60_000 });
  const changes = limits.limiter('changes', { limit: changesPerMinute, windowMs: 60_000 });
  return {
    spend({ signed, request }, cost) {
      const key = signed ? `session ${signed.session}` : `address ${addressKey(request.address)}`;
      for (const [limiter, asked] of [
        [changes, cost.changes],
        [reads, cost.reads],
      ] as const) {
        if (asked === 0) continue;
        const { allowed, waitMs } = limiter.take(key, asked);
        if (!allowed) throw new AppError('too_many_calls', { details: { retryAfter: Math.ceil(waitMs / 1000) } });
      }
    },
  };
}
