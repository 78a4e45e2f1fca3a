import { isConflict } from '#postgres';
import { receivedCases } from '../storage/cases.ts';
import { arriveSorted } from './arrive.ts';
import { judgeCase } from './judge.ts';
import { endOverdue, overdueReturns } from './overdue.ts';
import type { ReturnsPorts } from './ports.ts';
import { applyTally, waitingTallies } from './tally.ts';

const ROOTS = ['CEB623Message', 'CEB625Message', 'CEB605Message', 'CEB213Message', 'CEB215Message'] as const;

/** Cases looked for at once. */
const atOnce = 200;

/**
 * Judges what has come in, one after the other: told of it after its commit, and looking by itself now and then. What
 * looks by itself ends besides what the clock has to end. Of several servers any may do either: a case is locked, and
 * looked at again under its lock.
 */
export class Judging {
  readonly #ports: ReturnsPorts;
  readonly #lookMs: number;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  /** @param lookMs how often it looks by itself, milliseconds: for what another server has taken in, or a fault has stopped */
  constructor(ports: ReturnsPorts, lookMs: number) {
    this.#ports = ports;
    this.#lookMs = lookMs;
  }

  /** Documents have been committed: by root, the numbers they lie by. */
  arrived(papers: ReadonlyMap<string, unknown>): void {
    if (ROOTS.some((root) => papers.has(root))) this.#look();
  }

  /** Parcels in a return centre are sorted, for which a return may wait. */
  sorted(): void {
    this.#look();
  }

  start(): void {
    const sweep = (): void => {
      this.#look();
      this.#timer = setTimeout(sweep, this.#lookMs);
    };
    sweep();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #look(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.#look();
    });
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        await this.#each(await receivedCases(this.#ports.database, atOnce), judgeCase);
        // After them: a tally may have come before the return it is about.
        await this.#each(await waitingTallies(this.#ports, atOnce), applyTally);
        const sorted = await this.#ports.centre.sortedOrders(this.#ports.database, atOnce);
        await this.#each(sorted, arriveSorted);
        await this.#each(await overdueReturns(this.#ports, atOnce), endOverdue);
      } catch (error) {
        this.#ports.fault(error);
      }
    }
  }

  /** One that cannot be done keeps no other waiting; it is tried again with the next look. */
  async #each<Case>(
    cases: readonly Case[],
    act: (ports: ReturnsPorts, one: Case) => Promise<void>,
  ): Promise<void> {
    for (const one of cases) {
      if (this.#stopped) return;
      await this.#act(() => act(this.#ports, one));
    }
  }

  async #act(act: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await act();
      } catch (error) {
        if (isConflict(error) && tries < 5) continue;
        this.#ports.fault(error);
        return;
      }
    }
  }
}
