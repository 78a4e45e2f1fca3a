/** Names counted at most: who asks for ever new numbers pushes out the oldest. */
const most = 50_000;

/** Counts wrong tries by name within an hour. Kept by each server for itself; a restart forgets. */
export class Tries {
  readonly #counts = new Map<string, { readonly since: number; wrong: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a name may be tried again. */
  mayTry(name: string, limit: number): boolean {
    const known = this.#counts.get(name);
    return known === undefined || this.#now() - known.since > 3_600_000 || known.wrong < limit;
  }

  wrong(name: string): void {
    const known = this.#counts.get(name);
    if (known && this.#now() - known.since <= 3_600_000) {
      known.wrong += 1;
      return;
    }
    this.#counts.delete(name);
    this.#counts.set(name, { since: this.#now(), wrong: 1 });
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > most && oldest !== undefined) this.#counts.delete(oldest);
  }
}
