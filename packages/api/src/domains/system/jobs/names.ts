/** As much of the health as is judged, as it is answered. */
export interface Health {
  now: string;
  unrelayed: { count: number; since: string | null };
  queues: readonly { queue: string; state: string; since: string }[];
  pauses: readonly { queue: string }[];
  notifications: number;
}
