import { record } from '#journal';
import type { Application } from '../domain/application.ts';
import { lockOpenApplication } from '../storage/applications.ts';
import { applicationReceipts, resultReceipts } from './answers.ts';
import type { SummariesPorts } from './ports.ts';
import { claim, sumUpNext } from './sum-up.ts';
import { warn } from './warning.ts';

/** How often is looked for what another server has left, and for months that fall due. */
const sweepMs = 60_000;

/**
 * Works applications off, one transaction a step, so that whoever is killed loses one step and the next goes on. Of several
 * servers each takes an application nobody is at work on.
 */
export class Summariser {
  readonly #ports: SummariesPorts;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(ports: SummariesPorts) {
    this.#ports = ports;
  }

  start(): void {
    this.nudge();
  }

  /** Looks now: something may have come. */
  nudge(): void {
    this.#again = true;
    if (this.#running || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#running = this.#work().finally(() => {
      this.#running = undefined;
      if (!this.#stopped) this.#timer = setTimeout(() => this.nudge(), sweepMs).unref();
    });
  }

  /** Resolves when the step in hand is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #work(): Promise<void> {
    try {
      await warn(this.#ports);
    } catch (fault) {
      this.#ports.fault(fault);
    }
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#round();
    }
  }

  /** All that is open; an application a step of which fails is left for the next sweep, and is in nobody's way. */
  async #round(): Promise<void> {
    const failed: string[] = [];
    while (!this.#stopped) {
      let at: string | undefined;
      try {
        const moved = await this.#step(failed, (sumNo) => {
          at = sumNo;
        });
        if (!moved) return;
      } catch (fault) {
        this.#ports.fault(fault);
        if (at === undefined) return;
        failed.push(at);
      }
    }
  }

  /** One step of one application. @returns it, or undefined where none is open */
  async #step(except: readonly string[], taken: (sumNo: string) => void): Promise<Application | undefined> {
    const { database, now } = this.#ports;
    const answered = new Set<string>();
    const moved = await database.transaction(async (client) => {
      const open = await lockOpenApplication(client, except);
      if (!open) return undefined;
      taken(open.sumNo);
      const at = now();
      const { application, made } =
        open.state === 'applied'
          ? { application: await claim(client, open, at), made: [] }
          : await sumUpNext(client, open, at);
      const word = this.#ports.returnTime(at);
      const receipts = [
        ...applicationReceipts(open.state, application, word),
        ...(await resultReceipts(client, application, made, word)),
      ];
      if (receipts.length > 0) await this.#ports.answer(client, receipts);
      for (const { recipient } of receipts) answered.add(recipient);
      if (application.finishedAt !== null) {
        const { ebcCode: enterprise, sumNo, lists, summaries, state } = application;
        const kind = state === 'empty' ? 'summary-empty' : 'summary-made';
        await record(client, [{ at, kind, subject: sumNo, body: { enterprise, sumNo, lists, summaries } }]);
      }
      return application;
    });
    if (answered.size > 0) this.#ports.answered(answered);
    return moved;
  }
}
