/** How often something is tried, and how many seconds it waits after the first, second … failure. */
export interface Retry {
  attempts: number;
  afterSeconds: (attempt: number) => number;
}

const MOST_SECONDS = 6 * 3600;

/** Twice as long after each failure, from ten seconds to twenty minutes. */
export const usualRetry: Retry = {
  attempts: 8,
  afterSeconds: (attempt) => Math.min(MOST_SECONDS, 5 * 2 ** attempt),
};

/** For a day: so long a mail server may be away. */
export const mailRetry: Retry = { ...usualRetry, attempts: 16 };

/** Spread, so that what failed together does not come back together. */
export const withJitter = (seconds: number, random: () => number): number => seconds * (0.75 + random() / 2);
