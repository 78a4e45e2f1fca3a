import { setImmediate, setTimeout } from 'node:timers/promises';

/** How long the one thread is kept at a time (D): what a message waits for it at most. */
const turnMs = 8;
/** How long one waits before looking again whether others still wait, and how often at most: nothing stands still. */
const waitMs = 25;
const mostWaits = 40;

/** Keeps work that can wait out of the way of messages: it gives up the thread often, and waits while many wait. */
export class Pace {
  readonly #waiting: () => number;
  readonly #mostWaiting: () => number;
  #since = performance.now();

  /** @param waiting messages of others waiting for their commit at present */
  constructor(waiting: () => number, mostWaiting: () => number) {
    this.#waiting = waiting;
    this.#mostWaiting = mostWaiting;
  }

  /** To be called between two pieces of work; costs nothing while the turn lasts. */
  async turn(): Promise<void> {
    if (performance.now() - this.#since < turnMs) return;
    await this.giveWay();
    this.#since = performance.now();
  }

  /** Lets everything else go first, and waits while too much waits. */
  async giveWay(): Promise<void> {
    await setImmediate();
    for (let waits = 0; this.#waiting() > this.#mostWaiting() && waits < mostWaits; waits += 1)
      await setTimeout(waitMs);
  }
}
