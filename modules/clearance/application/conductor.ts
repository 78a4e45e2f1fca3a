import { allWaiting, overdue } from '../storage/waiting.ts';
import { judgeBatch } from './judge-batch.ts';
import type { ConductorPorts } from './ports.ts';

/** After a fault the same lists are tried again, a little later each time. */
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Judges lists in batches. It is told of orders whose papers have come; what it has not been told of
 * (a start after a crash, a paper another server took in, a list past its deadline) it finds by itself.
 */
export class Conductor {
  readonly #ports: ConductorPorts;
  readonly #pending = new Set<string>();
  #sweeper: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(ports: ConductorPorts) {
    this.#ports = ports;
  }

  /** Begins with everything that waits, then looks for overdue lists at intervals. */
  async start(): Promise<void> {
    this.arrived(await allWaiting(this.#ports.database));
    const sweep = async (): Promise<void> => {
      try {
        this.arrived(await overdue(this.#ports.database, this.#ports.now(), 10_000));
      } catch (error) {
        this.#ports.fault(error);
      }
      if (!this.#stopped) this.#sweeper = setTimeout(sweep, this.#ports.sweepMs);
    };
    this.#sweeper = setTimeout(sweep, this.#ports.sweepMs);
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
    let pauseMs = firstPauseMs;
    while (this.#pending.size > 0 && !this.#stopped) {
      const batch = this.#next();
      try {
        await judgeBatch(this.#ports, batch);
        pauseMs = firstPauseMs;
      } catch (error) {
        for (const orderNo of batch) this.#pending.add(orderNo);
        // Two servers met on one buyer or one list: nothing is wrong, look again.
        if (!isConflict(error)) this.#ports.fault(error);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
    this.#running = undefined;
    // Orders may have arrived between the last look and now.
    if (this.#pending.size > 0 && !this.#stopped) this.arrived([]);
  }

  #next(): string[] {
    const batch: string[] = [];
    for (const orderNo of this.#pending) {
      if (batch.length >= this.#ports.batchLimit) break;
      batch.push(orderNo);
    }
    for (const orderNo of batch) this.#pending.delete(orderNo);
    return batch;
  }
}

/** check_violation (a yearly limit reached meanwhile), unique_violation, serialization_failure, deadlock_detected */
function isConflict(error: unknown): boolean {
  return ['23514', '23505', '40001', '40P01'].includes((error as { code?: string }).code ?? '');
}
