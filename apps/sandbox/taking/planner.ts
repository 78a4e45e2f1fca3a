import { addReceipts } from '#exchange';
import type { Database } from '#postgres';
import { moveDocuments } from '../storage/documents.ts';
import { nextDue, takeDue } from '../storage/planned-receipts.ts';

/** Receipts moved in one transaction. */
const atOnce = 500;
/** Another process on the same database may have planned a receipt: looked for this often at least. */
const lookAgainMs = 1_000;

export interface PlannerSettings {
  readonly database: Database;
  readonly now: () => Date;
  /** Told after each commit whose receipts it holds. */
  readonly written: (recipients: Iterable<string>) => void;
  readonly fault: (error: unknown) => void;
}

/** Lets planned receipts come when they are due; what is planned outlives the process. */
export class Planner {
  readonly #settings: PlannerSettings;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = true;

  constructor(settings: PlannerSettings) {
    this.#settings = settings;
  }

  start(): void {
    this.#stopped = false;
    this.wake();
  }

  /** To be called when something has been planned. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.#round().finally(() => {
      this.#running = undefined;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #round(): Promise<void> {
    let pauseMs = lookAgainMs;
    try {
      do {
        this.#again = false;
        while (!this.#stopped && (await this.#send()) === atOnce);
      } while (this.#again && !this.#stopped);
      const next = await nextDue(this.#settings.database);
      if (next) pauseMs = Math.max(1, Math.min(pauseMs, next.getTime() - this.#settings.now().getTime()));
    } catch (error) {
      this.#settings.fault(error);
    }
    if (this.#stopped) return;
    this.#timer = setTimeout(() => this.wake(), this.#again ? 1 : pauseMs);
    this.#timer.unref();
  }

  async #send(): Promise<number> {
    const { database, now, written } = this.#settings;
    const sent = await database.transaction(async (client) => {
      const due = await takeDue(client, now(), atOnce);
      await addReceipts(client, due);
      // A push tells of a tax bill or a summary and says nothing of where its paper stands.
      const receipts = due.filter(({ type }) => !PUSHES.has(type));
      await moveDocuments(
        client,
        receipts.map((receipt) => ({ ...receipt, sender: receipt.recipient })),
      );
      return due;
    });
    if (sent.length > 0) written(new Set(sent.map(({ recipient }) => recipient)));
    return sent.length;
  }
}

const PUSHES: ReadonlySet<string> = new Set(['CEB792', 'CEB816', 'CEB818']);
