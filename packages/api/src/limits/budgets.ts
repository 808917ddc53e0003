import { AppError } from '../errors/app-error.ts';
import { addressKey, prefixKey } from '../http/peer.ts';
import type { Limits, Verdict } from './limits.ts';

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

// Whoever has one address of a network can have them all.
const addressesOfNetwork = 10;

/** Whatever asks the database for someone is counted: calls, pages and what these ask, the session's renewal. */
export function openBudgets(limits: Limits, { readsPerMinute, changesPerMinute }: BudgetNumbers): Budgets {
  const open = (name: string, perMinute: number) => {
    const rule = { limit: perMinute, windowMs: 60_000 };
    const own = limits.limiter(name, rule);
    const ofNetwork = limits.limiter(`${name} of a network`, { ...rule, limit: perMinute * addressesOfNetwork });
    return { own, ofNetwork };
  };
  const reads = open('reads', readsPerMinute);
  const changes = open('changes', changesPerMinute);

  const mustFit = ({ allowed, waitMs }: Verdict) => {
    if (!allowed) throw new AppError('too_many_calls', { details: { retryAfter: Math.ceil(waitMs / 1000) } });
  };

  return {
    spend({ signed, request: { address } }, cost) {
      for (const [{ own, ofNetwork }, asked] of [
        [changes, cost.changes],
        [reads, cost.reads],
      ] as const) {
        if (asked === 0) continue;
        mustFit(own.take(signed ? `session ${signed.session}` : `address ${addressKey(address)}`, asked));
        if (!signed) mustFit(ofNetwork.take(prefixKey(address), asked));
      }
    },
  };
}
