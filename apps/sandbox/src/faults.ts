export type Fault = { mode: 'none' } | { mode: 'refuse' } | { mode: 'delay'; delayMs: number };

export function parseFault(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || !('mode' in value)) return null;
  if (value.mode === 'none' || value.mode === 'refuse') return { mode: value.mode };
  if (value.mode !== 'delay' || !('delayMs' in value) || typeof value.delayMs !== 'number') return null;
  return value.delayMs >= 0 && value.delayMs <= 60_000 ? { mode: 'delay', delayMs: value.delayMs } : null;
}
