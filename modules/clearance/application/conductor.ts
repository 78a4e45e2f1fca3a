import { setTimeout as pause } from 'node:timers/promises';
import { isConflict } from '#postgres';

/** After a fault the same lists are tried again, a little later each time. */
const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** Another server has a list in its hands only for as long as a batch takes, unless it hangs. */
const heldPauseMs = 10;
const longestHeldPauseMs = 640;
/** Two servers that meet on one buyer part at the next try; a conflict this often in a row is none. */
const conflictLimit = 8;
/** A list that cannot be judged is looked at again after this long: by then somebody may have mended the cause. */
const setAsideMs = 30_000;

/** What a conductor is to do, by the numbers it is told of: those of orders, or others. */
export interface Work {
  readonly now: () => Date;
  /** Everything that waits: what it looks at first when it starts. */
  all(): Promise<readonly string[]>;
  /** What has waited for its papers long enough. */
  overdue(at: Date, limit: number): Promise<readonly string[]>;
  /**
   * Does what can be done of a batch, in one transaction.
   * @returns how much was done, and what another holds just now: to be looked at again
   */
  batch(numbers: readonly string[]): Promise<{ readonly judged: number; readonly held: readonly string[] }>;
  /** Told of a fault that stopped a batch; it is tried again. */
  fault(error: unknown): void;
  /** Numbers in one batch at most. */
  readonly batchLimit: number;
  /** How often it is looked for what is overdue, milliseconds. */
  readonly sweepMs: number;
}

/**
 * Judges lists in batches. It is told of orders whose papers have come; what it has not been told of
 * (a start after a crash, a paper another server took in, a list past its deadline) it finds by itself.
 */
export class Conductor {
  readonly #work: Work;
  readonly #pending = new Set<string>();
  /** Orders whose lists could not be judged when last tried. */
  readonly #suspects = new Set<string>();
  #heldPauseMs = heldPauseMs;
  #sweeper: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(work: Work) {
    this.#work = work;
  }

  /** Begins with everything that waits, then looks for overdue lists at intervals. */
  async start(): Promise<void> {
    this.arrived(await this.#work.all());
    const sweep = async (): Promise<void> => {
      try {
        this.arrived(await this.#work.overdue(this.#work.now(), 10_000));
      } catch (error) {
        this.#work.fault(error);
      }
      if (!this.#stopped) this.#sweeper = setTimeout(sweep, this.#work.sweepMs);
    };
    this.#sweeper = setTimeout(sweep, this.#work.sweepMs);
  }

  /** Papers of these orders have been taken in. */
  arrived(orderNos: Iterable<string>): void {
    for (const orderNo of orderNos) this.#pending.add(orderNo);
    if (this.#pending.size > 0 && !this.#stopped) this.#running ??= this.#run();
  }

  /** Finishes the batch in hand and judges no more. What waits is found at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#sweeper);
    await this.#running;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (this.#pending.size > 0 && !this.#stopped) {
      const batch = this.#next();
      try {
        await this.#judge(batch);
        failures = 0;
      } catch (error) {
        failures += 1;
        // Two servers met on one buyer or one list: nothing is wrong, look again.
        const conflict = isOvertaken(error) && failures < conflictLimit;
        if (!conflict) this.#work.fault(error);
        if (!conflict && isOfTheList(error)) await this.#judgeApart(batch);
        else for (const orderNo of batch) this.#pending.add(orderNo);
        await pause(Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs));
      }
    }
    this.#running = undefined;
    // Orders may have arrived between the last look and now.
    if (this.#pending.size > 0 && !this.#stopped) this.arrived([]);
  }

  async #judge(batch: readonly string[]): Promise<void> {
    const { judged, held } = await this.#work.batch(batch);
    for (const orderNo of batch) this.#suspects.delete(orderNo);
    const inVain = held.length > 0 && judged === 0;
    this.#heldPauseMs = inVain ? Math.min(this.#heldPauseMs * 2, longestHeldPauseMs) : heldPauseMs;
    if (held.length === 0) return;
    // The judge that holds a list may have read its papers before the last one came.
    for (const orderNo of held) this.#pending.add(orderNo);
    await pause(this.#heldPauseMs);
  }

  /** Something in one of these lists cannot be judged or written: it must not keep the others waiting. */
  async #judgeApart(batch: readonly string[]): Promise<void> {
    if (batch.length === 1) return this.#setAside(batch);
    for (const orderNo of batch) {
      try {
        await this.#judge([orderNo]);
      } catch (error) {
        if (isOfTheList(error) && !isOvertaken(error)) this.#setAside([orderNo]);
        else this.#pending.add(orderNo);
      }
    }
  }

  #setAside(orderNos: readonly string[]): void {
    for (const orderNo of orderNos) this.#suspects.add(orderNo);
    setTimeout(() => this.arrived(orderNos), setAsideMs).unref();
  }

  /** The next lists; one that was set aside is judged by itself. */
  #next(): string[] {
    const batch: string[] = [];
    for (const orderNo of this.#pending) {
      if (this.#suspects.has(orderNo) && batch.length > 0) continue;
      batch.push(orderNo);
      if (this.#suspects.has(orderNo) || batch.length >= this.#work.batchLimit) break;
    }
    for (const orderNo of batch) this.#pending.delete(orderNo);
    return batch;
  }
}

/** Another judge was there first, or has used up what was left of a yearly limit (check_violation). */
const isOvertaken = (error: unknown): boolean =>
  isConflict(error) || (error as { code?: string }).code === '23514';

/** A fault that lies in what was to be judged or written (data or integrity, or our own code), not in the machine. */
function isOfTheList(error: unknown): boolean {
  const { code } = error as { code?: string };
  if (code !== undefined) return /^2[23][0-9A-Z]{3}$/.test(code) || isOvertaken(error);
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}
