import { readPattern, type Tree } from './pattern-tree.ts';

// A repetition of at most so many counts as a fixed number of looks, more as without end.
const FEW = 64;
const MOST_PLACES = 1_000;
const MOST_STEPS = 200_000;

/** A piece of the pattern: which of its places can come first and last. `free` leaves out what passes a test. */
interface Piece {
  isEmpty: boolean;
  isFree: boolean;
  first: readonly number[];
  last: readonly number[];
  freeLast: readonly number[];
}

const nothing: Piece = { isEmpty: true, isFree: true, first: [], last: [], freeLast: [] };
const never: Piece = { ...nothing, isEmpty: false, isFree: false };
const test: Piece = { ...nothing, isFree: false };

class TooLong extends Error {}

// Two sets of letters meet if one of these is in both: all of ASCII, one of each kind beyond, what the pattern names.
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const beyond = [...'\u00a0\u00b5ßéıſK٣अ\u093f\u094d中\u0301\u200b\u200d\u2028\ufeff￼'];
const beyondPlane = ['😀', '𝒜', '𝟗'];

function samplesOf(source: string, flags: string): string[] {
  const named = [...source.matchAll(/\\u\{?([0-9a-fA-F]{4,6})/g)].flatMap(([, code = '0']) => {
    const point = Number.parseInt(code, 16);
    return [point - 1, point, point + 1]
      .filter((one) => one > 0 && one <= 0x10ffff)
      .map((one) => String.fromCodePoint(one));
  });
  const all = [...ascii, ...beyond, ...beyondPlane, ...source, ...named];
  return [...new Set(/[uv]/.test(flags) ? all : all.filter((letter) => letter.length === 1))];
}

/** The places of a pattern, what each of them takes, and where each can go on. */
class Machine {
  readonly takes: bigint[] = [];
  readonly next: Set<number>[] = [];
  readonly free = new Set<number>();
  problem: string | null = null;
  steps = 0;
  private readonly samples: string[];
  private readonly flags: string;
  private readonly known = new Map<string, bigint>();

  constructor(source: string, flags: string) {
    this.flags = flags.replace(/[gyd]/g, '');
    this.samples = samplesOf(source, flags);
    const tree = readPattern(source, flags);
    for (const last of this.build(tree).freeLast) this.free.add(last);
    if (flags.includes('y')) return;
    // The search begins anew at each letter: as if any text stood before the pattern.
    const before = this.place(this.set('[^]'));
    this.link([before], [before]);
    const later = this.build(withoutStart(tree));
    this.link([before], later.first);
    for (const last of later.freeLast) this.free.add(last);
  }

  private set(source: string): bigint {
    const known = this.known.get(source);
    if (known !== undefined) return known;
    const one = new RegExp(`^(?:${source})$`, this.flags);
    const bits = this.samples.reduce((set, letter, at) => (one.test(letter) ? set | (1n << BigInt(at)) : set), 0n);
    this.known.set(source, bits);
    return bits;
  }

  private place(takes: bigint): number {
    if (this.takes.length >= MOST_PLACES) throw new TooLong();
    this.next.push(new Set());
    return this.takes.push(takes) - 1;
  }

  private link(from: readonly number[], to: readonly number[], isLoop = false): void {
    for (const one of from) {
      for (const other of to) {
        // Going round meets a way that was there already: each round doubles the ways.
        if (isLoop && this.next[one]?.has(other)) this.problem = 'exponential';
        this.next[one]?.add(other);
      }
    }
  }

  private build(tree: Tree): Piece {
    switch (tree.kind) {
      case 'letter': {
        const at = [this.place(this.set(tree.source))];
        return { isEmpty: false, isFree: false, first: at, last: at, freeLast: at };
      }
      case 'row':
        return tree.of.map((one) => this.build(one)).reduce((a, b) => this.join(a, b), nothing);
      case 'choice':
        return tree.of.map((one) => this.build(one)).reduce(either, never);
      case 'repeat':
        return this.repeat(tree.of, tree.least, tree.most);
      case 'start':
      case 'test':
        return test;
      case 'look':
        return { ...test, first: this.build(tree.of).first };
      case 'echo':
        this.problem = 'an echo of a group: compare in code';
        return nothing;
    }
  }

  private join(a: Piece, b: Piece): Piece {
    this.link(a.last, b.first);
    return {
      isEmpty: a.isEmpty && b.isEmpty,
      isFree: a.isFree && b.isFree,
      first: a.isEmpty ? [...a.first, ...b.first] : a.first,
      last: b.isEmpty ? [...a.last, ...b.last] : b.last,
      freeLast: b.isFree ? [...a.freeLast, ...b.freeLast] : b.freeLast,
    };
  }

  private repeat(tree: Tree, least: number, most: number): Piece {
    if (most > FEW) {
      const one = this.build(tree);
      this.link(one.last, one.first, true);
      return least > 0 ? one : either(one, nothing);
    }
    const copies = Array.from({ length: most }, (_, at) => {
      const one = this.build(tree);
      return at < least ? one : either(one, nothing);
    });
    return copies.reduce((a, b) => this.join(a, b), nothing);
  }
}

const either = (a: Piece, b: Piece): Piece => ({
  isEmpty: a.isEmpty || b.isEmpty,
  isFree: a.isFree || b.isFree,
  first: [...a.first, ...b.first],
  last: [...a.last, ...b.last],
  freeLast: [...a.freeLast, ...b.freeLast],
});

/** What is left of a pattern where the search has passed the first letter: nothing behind a `^`. */
function withoutStart(tree: Tree): Tree {
  if (tree.kind === 'start') return { kind: 'choice', of: [] };
  if (tree.kind === 'row' || tree.kind === 'choice') return { ...tree, of: tree.of.map(withoutStart) };
  if (tree.kind === 'repeat' || tree.kind === 'look') return { ...tree, of: withoutStart(tree.of) };
  return tree;
}

function reachedFrom({ next }: Machine, from: number): Set<number> {
  const reached = new Set<number>();
  const open = [...(next[from] ?? [])];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (reached.has(one)) continue;
    reached.add(one);
    open.push(...(next[one] ?? []));
  }
  return reached;
}

/** Whether one text leads round from p to p, from p to q, and round from q to q: then n of it can be split n ways. */
function splits(machine: Machine, p: number, q: number, loops: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  const { takes, next } = machine;
  const size = takes.length;
  const key = (a: number, b: number, c: number) => (a * size + b) * size + c;
  const seen = new Set<number>();
  const open: [number, number, number][] = [[p, p, q]];
  for (let at = open.pop(); at; at = open.pop()) {
    const [a, b, c] = at;
    for (const a2 of next[a] ?? []) {
      if (!loops.get(p)?.has(a2) || !loops.get(a2)?.has(p)) continue;
      for (const c2 of next[c] ?? []) {
        if (!loops.get(q)?.has(c2) || !loops.get(c2)?.has(q)) continue;
        const both = (takes[a2] ?? 0n) & (takes[c2] ?? 0n);
        if (both === 0n) continue;
        for (const b2 of next[b] ?? []) {
          if ((both & (takes[b2] ?? 0n)) === 0n) continue;
          if (a2 === p && b2 === q && c2 === q) return true;
          const found = key(a2, b2, c2);
          if (seen.has(found)) continue;
          if (machine.steps++ > MOST_STEPS) throw new TooLong();
          seen.add(found);
          open.push([a2, b2, c2]);
        }
      }
    }
  }
  return false;
}

function findProblem(source: string, flags: string): string | null {
  const machine = new Machine(source, flags);
  if (machine.problem) return machine.problem;
  const loops = new Map<number, Set<number>>();
  machine.takes.forEach((_, place) => {
    const reached = reachedFrom(machine, place);
    if (reached.has(place)) loops.set(place, reached);
  });
  for (const [p, reached] of loops) {
    for (const q of loops.keys()) {
      // Where the pattern may end at once, the search ends there: nothing is looked at twice.
      if (p !== q && reached.has(q) && !machine.free.has(q) && splits(machine, p, q, loops)) return 'quadratic';
    }
  }
  return null;
}

/** Why a pattern may take more than a fixed number of looks at each letter of a text, or null. */
export function patternProblem(source: string, flags: string): string | null {
  try {
    return findProblem(source, flags);
  } catch (error) {
    if (error instanceof TooLong) return 'too long to be judged';
    throw error;
  }
}
