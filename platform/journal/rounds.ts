/** Work that is done again and again, one round after the other, until it is stopped. */
export class Rounds {
  readonly #round: () => Promise<void>;
  readonly #everyMs: number;
  readonly #fault: (error: unknown) => void;
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(round: () => Promise<void>, everyMs: number, fault: (error: unknown) => void) {
    this.#round = round;
    this.#everyMs = everyMs;
    this.#fault = fault;
  }

  /** Begins a round now, unless one is under way. */
  start(): void {
    if (this.#stopped || this.#running) return;
    clearTimeout(this.#timer);
    this.#running = this.#round()
      .catch(this.#fault)
      .finally(() => {
        this.#running = undefined;
        if (!this.#stopped) this.#timer = setTimeout(() => this.start(), this.#everyMs).unref();
      });
  }

  /** Resolves when the round under way is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
