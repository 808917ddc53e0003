/** What workers say of themselves, and of letters, among what they did of each kind of job. */
export const WORKER = 'worker';
export const LETTERS = 'letters';

/** What waits together. */
export const QUEUE_NAMES = ['plain', 'outside', 'bulk'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** As much of the health as is judged, as it is answered. */
export interface Health {
  now: string;
  /** When a worker was last heard of. */
  workerAt: string | null;
  unrelayed: { count: number; since: string | null };
  queues: readonly { queue: string; state: string; count: number; since: string }[];
  pauses: readonly unknown[];
  kinds: readonly { kind: string; lastErrorAt: string | null }[];
  notifications: number;
}
