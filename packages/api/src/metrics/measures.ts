type Label = string | number;

// More than anything of ours has: what lies beyond was made up by whoever asks.
const MOST = 400;

/** Measures by a label. Looking one up makes nothing new. */
export class By<T> {
  readonly each = new Map<Label, T>();
  private readonly make: () => T;

  constructor(make: () => T) {
    this.make = make;
  }

  at(label: Label): T {
    const known = this.each.get(label);
    if (known !== undefined) return known;
    if (this.each.size >= MOST && label !== 'other') return this.at('other');
    const made = this.make();
    this.each.set(label, made);
    return made;
  }
}

export class Counter {
  value = 0;

  add(): void {
    this.value += 1;
  }
}

/** How many took how long: each is counted in the first bucket that holds it. */
export class Durations {
  readonly bounds: readonly number[];
  readonly counts: number[];
  sum = 0;

  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.counts = [...bounds.map(() => 0), 0];
  }

  add(seconds: number): void {
    let place = 0;
    while (place < this.bounds.length && seconds > (this.bounds[place] ?? 0)) place += 1;
    this.counts[place] = (this.counts[place] ?? 0) + 1;
    this.sum += seconds;
  }
}

const DATABASE_BOUNDS = [0.01, 0.05, 0.1, 0.5, 1, 2];

/** What the database was asked, by its kind. */
export const openQueryTimes = () => new By(() => new Durations(DATABASE_BOUNDS));
export type QueryTimes = ReturnType<typeof openQueryTimes>;
