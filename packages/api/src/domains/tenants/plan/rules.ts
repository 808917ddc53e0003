const DAY_MS = 86_400_000;
const INDIA_MS = 5.5 * 3_600_000;
const dayOf = (at: Date) => Math.floor((at.getTime() + INDIA_MS) / DAY_MS);
const TOLD_BEFORE = [0, 1, 3, 7];

type Ends = { status: string; trialEndsAt: Date | null; subscriptionEndsAt: Date | null };

/** When the trial or plan ends, in how many days of India's calendar, and which of the times to tell it has come; or null. */
export function planEnds({ status, trialEndsAt, subscriptionEndsAt }: Ends, now: Date) {
  if (status !== 'trial' && status !== 'active') return null;
  const at = subscriptionEndsAt ?? trialEndsAt;
  if (!at || (status === 'active' && !subscriptionEndsAt)) return null;
  const days = dayOf(at) - dayOf(now);
  const time = TOLD_BEFORE.find((before) => days <= before);
  return days < 0 || time === undefined ? null : { at, days, time };
}
