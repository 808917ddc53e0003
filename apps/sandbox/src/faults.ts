const plain = ['none', 'refuse', 'busy', 'hang', 'drop'] as const;

/**
 * `refuse`: no such mailbox. `busy`: not now. `hang`: says nothing more once it has heard for whom. `drop`: takes the
 * mail and hangs up without a word. `delay`: takes the mail and says so late. With `to` it meets that address alone.
 */
export type Fault = ({ mode: (typeof plain)[number] } | { mode: 'delay'; delayMs: number }) & { to?: string };

const well: Fault = { mode: 'none' };

/** The fault that a mail to these meets. */
export const faultFor = (fault: Fault, ...to: readonly string[]): Fault =>
  fault.to === undefined || to.some((one) => one.toLowerCase() === fault.to) ? fault : well;

export function parseFault(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || !('mode' in value)) return null;
  const to = 'to' in value && typeof value.to === 'string' ? { to: value.to.toLowerCase() } : {};
  const mode = plain.find((one) => one === value.mode);
  if (mode) return { mode, ...to };
  if (value.mode !== 'delay' || !('delayMs' in value) || typeof value.delayMs !== 'number') return null;
  return value.delayMs >= 0 && value.delayMs <= 60_000 ? { mode: 'delay', delayMs: value.delayMs, ...to } : null;
}
