interface Waiting<Asked, Answer> {
  readonly asked: readonly Asked[];
  readonly done: (answers: readonly Answer[]) => void;
  readonly failed: (fault: unknown) => void;
}

/**
 * Does for whoever asks at the same time in one piece of work: what many want locked is locked once for hundreds of them
 * instead of once for each. What comes while one batch is worked forms the next. A fault that one of them brings about
 * does not fall on the others: then each is worked by itself.
 */
export class Together<Asked, Answer> {
  readonly #work: (asked: readonly Asked[]) => Promise<readonly Answer[]>;
  readonly #mostABatch: number;
  #waiting: Waiting<Asked, Answer>[] = [];
  #working = false;

  /**
   * @param work answers a batch, one answer each in the order asked
   * @param mostABatch how many are worked together at most: enough to be cheap, few enough to hold locks for moments only
   */
  constructor(work: (asked: readonly Asked[]) => Promise<readonly Answer[]>, mostABatch: number) {
    this.#work = work;
    this.#mostABatch = mostABatch;
  }

  /** Asks; all that is asked in one call is worked in one batch. */
  ask(asked: readonly Asked[]): Promise<readonly Answer[]> {
    if (asked.length === 0) return Promise.resolve([]);
    return new Promise((done, failed) => {
      this.#waiting.push({ asked, done, failed });
      if (!this.#working) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#working = true;
    // One turn of the loop, so that those who ask in the same moment go together.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#next();
    this.#working = false;
  }

  async #next(): Promise<void> {
    const batch: Waiting<Asked, Answer>[] = [];
    let size = 0;
    for (const one of this.#waiting) {
      if (batch.length > 0 && size + one.asked.length > this.#mostABatch) break;
      batch.push(one);
      size += one.asked.length;
    }
    this.#waiting = this.#waiting.slice(batch.length);
    if (await this.#answer(batch, batch.length > 1)) return;
    for (const one of batch) await this.#answer([one], false);
  }

  /** Whether everybody has had their answer. */
  async #answer(batch: readonly Waiting<Asked, Answer>[], mayTryAgain: boolean): Promise<boolean> {
    try {
      const answers = await this.#work(batch.flatMap(({ asked }) => asked));
      let at = 0;
      for (const { asked, done } of batch) {
        done(answers.slice(at, at + asked.length));
        at += asked.length;
      }
    } catch (fault) {
      if (mayTryAgain) return false;
      for (const one of batch) one.failed(fault);
    }
    return true;
  }
}
