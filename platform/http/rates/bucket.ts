/** So many requests in so many seconds: at once, or evenly. */
export interface Rate {
  readonly requests: number;
  readonly seconds: number;
}

/** What is left to a caller after a request. */
export interface Standing {
  readonly taken: boolean;
  readonly remaining: number;
  /** Until all of it is there again, rounded up. */
  readonly resetSeconds: number;
  /** Until one more is taken, rounded up; 0 where it is taken already. */
  readonly retrySeconds: number;
}

/** So many callers are kept in each of two generations; one that neither has seen begins anew. */
const GENERATION = 50_000;

/**
 * Buckets that fill evenly, one a caller: of each only the moment is kept at which it is full again. In memory: each
 * server counts for itself, and forgets at its end.
 */
export class Buckets {
  #recent = new Map<string, number>();
  #older = new Map<string, number>();
  readonly #now: () => number;

  /** @param now milliseconds of a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Callers that are kept at present. */
  get size(): number {
    return this.#recent.size + this.#older.size;
  }

  /** Takes one request out of a bucket if there is one in it. */
  take(name: string, { requests, seconds }: Rate): Standing {
    const now = this.#now();
    const each = (seconds * 1000) / requests;
    const fullAt = Math.max(this.#recent.get(name) ?? this.#older.get(name) ?? 0, now);
    const after = fullAt + each;
    const over = after - now - seconds * 1000;
    // The smallest part of a request is no reason to refuse one: moments are not exact.
    const taken = over < each / 1000;
    if (taken) this.#keep(name, after);
    const until = (taken ? after : fullAt) - now;
    return {
      taken,
      remaining: Math.max(0, Math.floor((seconds * 1000 - until) / each + 0.001)),
      resetSeconds: Math.ceil(until / 1000),
      retrySeconds: taken ? 0 : Math.max(1, Math.ceil(over / 1000)),
    };
  }

  /** Never looks through what it keeps: that would let who invents callers slow down everybody. */
  #keep(name: string, fullAt: number): void {
    this.#recent.set(name, fullAt);
    if (this.#recent.size < GENERATION) return;
    this.#older = this.#recent;
    this.#recent = new Map();
  }
}
