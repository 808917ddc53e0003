import type { QueueName } from '../domains/system/jobs/names.ts';

export type Queue = QueueName;

/** How many of each one worker does side by side: what calls the outside holds up nothing else. */
export const QUEUES = { plain: 12, outside: 6, bulk: 3 } as const satisfies Record<Queue, number>;

/** Of one tenant, in all workers: less than one worker's places, so that others find one free. */
export const capOf = (queue: Queue): number => Math.max(1, Math.ceil(QUEUES[queue] / 2));
