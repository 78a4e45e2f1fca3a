import type { ProblemError } from '../api/client.ts';

/** Something entered that is to be sent, again and again until it has been taken or refused. */
export interface Entry {
  /** Made here: the server writes what comes twice under it once. */
  readonly id: string;
  /** Login of who entered it: nobody else's session sends it. */
  readonly by: string;
  readonly inspectionId: string;
  readonly kind: 'result' | 'photo' | 'sample' | 'move';
  /** Number of the list or the sample it is about. */
  readonly label: string;
  /** What it is the result of, by `holdKey`: not asked for again while it is on its way. */
  readonly covers: readonly string[];
  /** @throws ProblemError as the client does */
  readonly send: () => Promise<unknown>;
  /** What the server said against it; it is sent no more. */
  readonly refusal?: ProblemError;
}

/** How long after the line was found dead it is tried again. */
const againAfterMs = 5_000;

/** What may be otherwise the next time: nobody is signed in, or too much at once. */
const passing = [401, 408, 425, 429];

/** Whether an answer is the last word on an entry. */
function isFinal(fault: unknown): fault is ProblemError {
  const status = fault instanceof Error && 'status' in fault ? Number(fault.status) : 0;
  return status >= 400 && status < 500 && !passing.includes(status);
}

/** Entries that have not been taken yet, in the order they were made; one is sent at a time. */
export class Outbox {
  readonly #later: (work: () => void, ms: number) => void;
  readonly #listeners = new Set<() => void>();
  #entries: readonly Entry[] = [];
  #sending = false;
  #waiting = false;

  /** @param later runs work after some time */
  constructor(later: (work: () => void, ms: number) => void) {
    this.#later = later;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #show(entries: readonly Entry[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }

  add(entry: Entry): void {
    this.#show([...this.#entries, entry]);
    void this.flush();
  }

  /** Takes out what was refused. */
  discard(id: string): void {
    this.#show(this.#entries.filter((one) => one.id !== id));
  }

  /** Sends what is there until the line is found dead; then it is tried again by itself. */
  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (;;) {
        const next = this.#entries.find(({ refusal }) => refusal === undefined);
        if (!next || !(await this.#took(next))) break;
      }
    } finally {
      this.#sending = false;
    }
  }

  /** Sends one; answers whether the line bears. */
  async #took(entry: Entry): Promise<boolean> {
    try {
      await entry.send();
      this.discard(entry.id);
    } catch (fault) {
      if (!isFinal(fault)) {
        this.#again();
        return false;
      }
      this.#show(this.#entries.map((one) => (one.id === entry.id ? { ...entry, refusal: fault } : one)));
    }
    return true;
  }

  #again(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#later(() => {
      this.#waiting = false;
      void this.flush();
    }, againAfterMs);
  }
}
