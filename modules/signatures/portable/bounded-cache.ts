/** Keeps what is dear to make, up to a number; what was asked for longest ago goes first. */
export class BoundedCache<K, V> {
  readonly #most: number;
  readonly #kept = new Map<K, V>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The kept value, or the one `make` gives, which is kept unless it is undefined. */
  get(key: K, make: () => V | undefined): V | undefined {
    const kept = this.#kept.get(key);
    const value = kept ?? make();
    if (value === undefined) return undefined;
    // Entered anew, it stands at the end of the order of insertion.
    this.#kept.delete(key);
    this.#kept.set(key, value);
    if (this.#kept.size > this.#most) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
    return value;
  }
}
