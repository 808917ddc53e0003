/** Round figures from nothing to at least the most: what an axis says at its side. Never more than six. */
export function ticksTo(most: number): number[] {
  if (most <= 0) return [0, 1];
  // What is counted has no halves: below five each is marked.
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const count = Math.ceil(most / step);
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** How full each of five shades of a heat map is: none has its own, the most has the darkest. */
export function shadeOf(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || most <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((count / most) * 4))) as 1 | 2 | 3 | 4;
}

/** Parts of a whole in hundredths that make a hundred, the largest remainders rounded up. */
export function hundredths(parts: readonly number[]): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  if (sum <= 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / sum) * 100);
  const floors = exact.map(Math.floor);
  const left = 100 - floors.reduce((all, part) => all + part, 0);
  const first = exact
    .map((part, at) => ({ at, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
    .slice(0, left);
  for (const { at } of first) floors[at] = (floors[at] ?? 0) + 1;
  return floors;
}
