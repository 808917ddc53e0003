/** Who waits: a tenant and one session of it, or all who are signed in and one of them. */
export interface Turn {
  lane: string;
  key: string;
}

export interface Waiter {
  turn: Turn;
  deadlineAt: number;
}

interface Line<W> {
  running: number;
  waiting: W[];
}

interface Lane<W> {
  running: number;
  waiting: number;
  lines: Map<string, Line<W>>;
}

export interface Bounds {
  /** Who may run side by side. */
  perLane: number;
  perKey: number;
  /** Who may wait. */
  waitingPerLane: number;
  waiting: number;
}

/** The first of those with the fewest running: maps keep the order in which each had its last turn. */
function fewestRunning<T extends { running: number }>(all: Map<string, T>, may: (one: T) => boolean) {
  let found: [string, T] | undefined;
  for (const entry of all) {
    if (may(entry[1]) && (!found || entry[1].running < found[1].running)) found = entry;
    if (found?.[1].running === 0) break;
  }
  return found;
}

function longest<T>(all: Iterable<T>, lengthOf: (one: T) => number): T | undefined {
  let found: T | undefined;
  for (const one of all) if (!found || lengthOf(one) > lengthOf(found)) found = one;
  return found;
}

function toTheEnd<T>(all: Map<string, T>, key: string, value: T): void {
  all.delete(key);
  all.set(key, value);
}

/**
 * Who runs and who waits, fair in two steps: lanes take turns, and within a lane its keys. None may run on all places
 * or fill all waiting: where it is full, whoever waits in the longest line makes room for one with a shorter.
 */
export class WaitingLines<W extends Waiter> {
  private readonly lanes = new Map<string, Lane<W>>();
  private readonly bounds: Bounds;
  waiting = 0;

  constructor(bounds: Bounds) {
    this.bounds = bounds;
  }

  /** Counts one more that runs, if its lane and its key have room. */
  start(turn: Turn): boolean {
    const known = this.lanes.get(turn.lane);
    if (known && known.running >= this.bounds.perLane) return false;
    if ((known?.lines.get(turn.key)?.running ?? 0) >= this.bounds.perKey) return false;
    const lane = this.laneOf(turn.lane);
    lane.running++;
    lineOf(lane, turn.key).running++;
    return true;
  }

  end({ lane: name, key }: Turn): void {
    const lane = this.laneOf(name);
    const line = lineOf(lane, key);
    lane.running--;
    line.running--;
    this.forget(name, lane, key, line);
  }

  /** Gives back who must go: someone of the longest line, the newcomer itself, or nobody. */
  join(waiter: W): W | undefined {
    const lane = this.laneOf(waiter.turn.lane);
    const line = lineOf(lane, waiter.turn.key);
    let pushedOut: W | undefined;
    if (lane.waiting >= this.bounds.waitingPerLane) {
      pushedOut = lastOfLongest(lane, line.waiting.length);
    } else if (this.waiting >= this.bounds.waiting) {
      const fullest = longest(this.lanes.values(), (one) => one.waiting);
      pushedOut = fullest && fullest.waiting > lane.waiting + 1 ? lastOfLongest(fullest, -1) : undefined;
    }
    const isFull = lane.waiting >= this.bounds.waitingPerLane || this.waiting >= this.bounds.waiting;
    if (!isFull || pushedOut) {
      line.waiting.push(waiter);
      lane.waiting++;
      this.waiting++;
    }
    if (pushedOut) this.leave(pushedOut);
    this.forget(waiter.turn.lane, lane, waiter.turn.key, line);
    return isFull && !pushedOut ? waiter : pushedOut;
  }

  leave(waiter: W): void {
    const { lane: name, key } = waiter.turn;
    const lane = this.lanes.get(name);
    const line = lane?.lines.get(key);
    const place = line?.waiting.indexOf(waiter) ?? -1;
    if (!lane || !line || place < 0) return;
    line.waiting.splice(place, 1);
    lane.waiting--;
    this.waiting--;
    this.forget(name, lane, key, line);
  }

  /** The next whose turn it is, counted as running. */
  next(): W | undefined {
    const { perLane, perKey } = this.bounds;
    const mayRun = (line: Line<W>) => line.waiting.length > 0 && line.running < perKey;
    const found = fewestRunning(
      this.lanes,
      (lane) => lane.waiting > 0 && lane.running < perLane && [...lane.lines.values()].some(mayRun),
    );
    if (!found) return undefined;
    const [name, lane] = found;
    const [key, line] = fewestRunning(lane.lines, mayRun) ?? [];
    const waiter = line?.waiting.shift();
    if (key === undefined || !line || !waiter) return undefined;
    lane.waiting--;
    this.waiting--;
    lane.running++;
    line.running++;
    toTheEnd(lane.lines, key, line);
    toTheEnd(this.lanes, name, lane);
    return waiter;
  }

  /** All who wait, taken out of their lines. */
  clear(): W[] {
    const all = [...this.lanes.values()].flatMap(({ lines }) => [...lines.values()].flatMap(({ waiting }) => waiting));
    for (const waiter of all) this.leave(waiter);
    return all;
  }

  private laneOf(name: string): Lane<W> {
    let lane = this.lanes.get(name);
    if (!lane) {
      lane = { running: 0, waiting: 0, lines: new Map() };
      this.lanes.set(name, lane);
    }
    return lane;
  }

  private forget(name: string, lane: Lane<W>, key: string, line: Line<W>): void {
    if (line.running === 0 && line.waiting.length === 0) lane.lines.delete(key);
    if (lane.lines.size === 0) this.lanes.delete(name);
  }
}

function lineOf<W>(lane: Lane<W>, key: string): Line<W> {
  let line = lane.lines.get(key);
  if (!line) {
    line = { running: 0, waiting: [] };
    lane.lines.set(key, line);
  }
  return line;
}

function lastOfLongest<W>(lane: Lane<W>, shorter: number): W | undefined {
  const line = longest(lane.lines.values(), ({ waiting }) => waiting.length);
  return line && line.waiting.length > shorter + 1 ? line.waiting.at(-1) : undefined;
}
