/**
 * Wakes those who wait for something of a key (receipts of an enterprise, the outcome of a list).
 * Only a hint inside one process: a waiter also looks again by itself now and then.
 */
export class Notifier {
  readonly #waiting = new Map<string, Set<() => void>>();
  #closed = false;

  /** Whether the house is closing: who waits should answer with what there is. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Wakes everybody for the last time. */
  close(): void {
    this.#closed = true;
    this.notify([...this.#waiting.keys()]);
  }

  /** Resolves when `notify` is called for one of the keys, when time is up, or when the signal aborts. */
  wait(keys: readonly string[], timeoutMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        for (const key of keys) {
          const set = this.#waiting.get(key);
          set?.delete(done);
          if (set?.size === 0) this.#waiting.delete(key);
        }
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      if (this.#closed || signal?.aborted) return done();
      signal?.addEventListener('abort', done, { once: true });
      for (const key of keys) {
        const set = this.#waiting.get(key) ?? new Set();
        set.add(done);
        this.#waiting.set(key, set);
      }
    });
  }

  notify(keys: Iterable<string>): void {
    for (const key of keys) for (const wake of [...(this.#waiting.get(key) ?? [])]) wake();
  }
}
