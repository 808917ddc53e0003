/** A place in the news: whose numbers, and how far. */
export interface Mark {
  boot: string;
  seq: number;
}

export function markOf(text: string): Mark {
  const at = text.indexOf('.');
  return at < 0 ? { boot: text, seq: 0 } : { boot: text.slice(0, at), seq: Number(text.slice(at + 1)) };
}

/** Of two places in the same numbers. Others cannot be compared: then neither is after the other. */
export function isAfter(one: string, other: string): boolean {
  const [a, b] = [markOf(one), markOf(other)];
  return a.boot === b.boot && a.seq > b.seq;
}
