/** A place in a server's news: which process, and how far. */
export interface Mark {
  boot: string;
  seq: number;
}

export function markOf(text: string): Mark {
  const [boot = '', seq = '0'] = text.split('.');
  return { boot, seq: Number(seq) };
}

/** Of two places in the news of one process. Places of two processes cannot be compared: then neither is after the other. */
export function isAfter(one: string, other: string): boolean {
  const [a, b] = [markOf(one), markOf(other)];
  return a.boot === b.boot && a.seq > b.seq;
}
