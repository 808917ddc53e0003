'use client';

import { isAfter, markOf } from './mark.tsx';

const MOST_OWN = 500;

/** How far this browser has heard, and which routers were touched when. One for each cache. */
export class Marks {
  last = '';
  private readonly touched = new Map<string, string>();
  /** Events of this browser's own changes, numbered as they were answered, and how many of them each router was read behind. */
  private readonly own = new Map<string, number>();
  private readonly settled = new Map<string, number>();
  private count = 0;

  hear(mark: string): void {
    if (markOf(mark).boot !== markOf(this.last).boot) this.touched.clear();
    else if (!isAfter(mark, this.last)) return;
    this.last = mark;
  }

  touch(router: string): void {
    this.touched.set(router, this.last);
  }

  /** A change that was answered here: its events are yet to be heard of. */
  did(events: readonly string[]): void {
    for (const event of events) this.own.set(event, ++this.count);
    for (const event of this.own.keys()) {
      if (this.own.size <= MOST_OWN) break;
      this.own.delete(event);
    }
  }

  /** After a change of one's own everything of its router is read again; what was read before it is old, though not heard of. */
  settle(router: string): void {
    const { boot, seq } = markOf(this.last);
    this.touched.set(router, `${boot}.${seq + 0.5}`);
    this.settled.set(router, this.count);
  }

  /** The router was read again behind this event: its echo asks for nothing more. */
  isEcho(router: string, event: string): boolean {
    return (this.own.get(event) ?? Number.POSITIVE_INFINITY) <= (this.settled.get(router) ?? 0);
  }

  /** What was read at a mark is old when its router was touched after it. */
  isOld(router: string, readAt: string): boolean {
    return isAfter(this.touched.get(router) ?? '', readAt);
  }
}
