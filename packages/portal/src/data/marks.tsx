'use client';

import { isAfter, markOf } from './mark.tsx';

/** How far this browser has heard, and which routers were touched when. One for each cache. */
export class Marks {
  last = '';
  private readonly touched = new Map<string, string>();
  private readonly settled = new Map<string, string>();

  hear(mark: string): void {
    if (markOf(mark).boot !== markOf(this.last).boot) this.touched.clear();
    else if (!isAfter(mark, this.last)) return;
    this.last = mark;
  }

  touch(router: string): void {
    this.touched.set(router, this.last);
  }

  /** After a change of one's own everything of its router is read again: its echo asks for nothing more. */
  settle(router: string): void {
    this.touch(router);
    this.settled.set(router, this.last);
  }

  isEcho(router: string, mark: string): boolean {
    const at = this.settled.get(router) ?? '';
    return at === mark || isAfter(at, mark);
  }

  /** What was read at a mark is old when its router was touched after it. */
  isOld(router: string, readAt: string): boolean {
    return isAfter(this.touched.get(router) ?? '', readAt);
  }
}
