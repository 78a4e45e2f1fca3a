/** Names counted at most: who asks for ever new numbers pushes out the oldest. */
const most = 50_000;

/**
 * Counts wrong tries by name within an hour. A try counts as wrong before it is looked at, so that many at once do not
 * all go free; one that fits is taken back. Kept by each server for itself; a restart forgets.
 */
export class Tries {
  readonly #counts = new Map<string, { readonly since: number; wrong: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a try of a name; false, and nothing counted, where it may not be tried again. */
  begin(name: string, limit: number): boolean {
    const known = this.#counts.get(name);
    if (known && this.#now() - known.since <= 3_600_000) {
      if (known.wrong >= limit) return false;
      known.wrong += 1;
      return true;
    }
    this.#counts.delete(name);
    this.#counts.set(name, { since: this.#now(), wrong: 1 });
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > most && oldest !== undefined) this.#counts.delete(oldest);
    return true;
  }

  /** Takes back a try that was not wrong. */
  takeBack(name: string): void {
    const known = this.#counts.get(name);
    if (known && known.wrong > 0) known.wrong -= 1;
  }
}
