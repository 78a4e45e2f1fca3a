import { randomUUID } from 'node:crypto';
import { type Taken, takeDue } from '../storage/files.ts';
import { removePast } from '../storage/past-files.ts';
import { handInFile } from './handing-in.ts';
import { type DeskPorts, leaseUntil } from './ports.ts';
import { readFile } from './reading.ts';

type Step = 'reading' | 'handing-in';

/** Files removed at once. */
const mostRemoved = 50;
/** How often it is looked for files that are past their time. */
const tidyMs = 600_000;

/** Works on files: reads those that have come, hands in those that shall go, on as many lanes as are allowed. */
export class BulkDesk {
  readonly #ports: DeskPorts;
  readonly #lookMs: number;
  readonly #lanes = new Map<Promise<void>, Step>();
  #looking: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #tidyAt = 0;
  #stopped = false;

  /** @param lookMs how often it is looked for files that another server has left */
  constructor(ports: DeskPorts, lookMs: number) {
    this.#ports = ports;
    this.#lookMs = lookMs;
  }

  /** Looks now, and again every now and then. */
  start(): void {
    if (this.#stopped || this.#looking) return;
    clearTimeout(this.#timer);
    this.#looking = this.#tidy()
      .catch(this.#ports.fault)
      .finally(() => {
        this.#looking = undefined;
        this.wake();
        if (!this.#stopped) this.#timer = setTimeout(() => this.start(), this.#lookMs).unref();
      });
  }

  /** Something may be due: a lane is opened for each step that has room. */
  wake(): void {
    const { readingLanes, handingLanes } = this.#ports.parameters();
    this.#open('reading', readingLanes);
    this.#open('handing-in', handingLanes);
  }

  /** Leaves each file where its last transaction has brought it, for whoever comes next. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all(this.#lanes.keys());
  }

  #open(step: Step, most: number): void {
    const open = [...this.#lanes.values()].filter((one) => one === step).length;
    if (this.#stopped || open >= most) return;
    const lane = this.#work(step)
      .catch(this.#ports.fault)
      .finally(() => this.#lanes.delete(lane));
    this.#lanes.set(lane, step);
  }

  /** One file after the other while any is due; who finds one calls for help with the next. */
  async #work(step: Step): Promise<void> {
    const { database, now } = this.#ports;
    while (!this.#stopped) {
      const at = now();
      const taken = await takeDue(database, step, at, leaseUntil(at), randomUUID());
      if (!taken) return;
      this.wake();
      await this.#serve(step, taken);
      this.wake();
    }
  }

  async #serve(step: Step, taken: Taken): Promise<void> {
    const target = this.#ports.targets.get(taken.kind);
    if (!target) throw new Error(`there is no target for ${taken.kind}`);
    const ports = { ...this.#ports, stopping: () => this.#stopped };
    await (step === 'reading' ? readFile : handInFile)(ports, target, taken);
  }

  async #tidy(): Promise<void> {
    const { database, now, parameters } = this.#ports;
    const at = now().getTime();
    if (at < this.#tidyAt) return;
    const { uploadMs, keepMs } = parameters();
    const before = { uploads: new Date(at - uploadMs), others: new Date(at - keepMs) };
    const removed = await database.transaction((client) => removePast(client, before, mostRemoved));
    this.#tidyAt = removed === mostRemoved ? at : at + tidyMs;
  }
}
