const firstMs = 50;
const mostMs = 1000;

/** While the server is away one connection at a time is tried, and not at once again. */
export class BackOff {
  private failures = 0;
  private until = 0;
  private isTrying = false;

  mayTry(): boolean {
    if (this.failures === 0) return true;
    if (this.isTrying || performance.now() < this.until) return false;
    this.isTrying = true;
    return true;
  }

  /** A connection ended before it had worked: by the server, or because nobody waited for it any longer. */
  failed(isServer: boolean): void {
    const now = performance.now();
    const isAlone = this.isTrying;
    this.isTrying = false;
    // Those that were under way together count as one.
    if (!isServer || (!isAlone && now < this.until)) return;
    const pauseMs = Math.min(mostMs, firstMs * 2 ** this.failures);
    this.failures++;
    this.until = now + pauseMs * (0.5 + Math.random() / 2);
  }

  /** Tried again and failed: nobody should wait for it. After a first failure one tries soon. */
  get isAway(): boolean {
    return this.failures > 1;
  }

  /** Until it may be tried again, or whoever tries now may have found out. */
  get pauseMs(): number {
    return Math.max(10, this.until - performance.now());
  }

  worked(): void {
    this.failures = 0;
    this.isTrying = false;
  }
}
