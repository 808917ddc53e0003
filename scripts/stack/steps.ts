const isTerminal = process.stdout.isTTY === true;

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Prints a step when it begins, every ten seconds while it runs, and with its time when it ends. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const elapsed = () => seconds(performance.now() - begun);
  console.log(`… ${title}`);
  const ticking = setInterval(() => console.log(`… ${title}, ${elapsed()} so far`), isTerminal ? 10_000 : 30_000);
  try {
    const result = await work();
    console.log(`✓ ${title}  ${elapsed()}`);
    return result;
  } catch (error) {
    console.log(`✗ ${title}  ${elapsed()}`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
