import { type FSWatcher, watch } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { pauseAfter } from '../address.ts';
import { NotReadyError, type Piece, type Receiving } from '../channel.ts';
import { noteOf, TooLargeError } from '../note.ts';
import { Bell, inTurn } from '../pace.ts';
import { arrivals, readWhole } from './arrivals.ts';
import { type Claim, Claims } from './claims.ts';
import { moveInto, writeAtOnce } from './durable.ts';
import type { Folders } from './folders.ts';
import { Tries } from './tries.ts';

/** A piece of ours that waits for its next try. */
interface Waiting {
  readonly claim: Claim;
  readonly dueMs: number;
}

/** Pieces laid by for another try before no further one is taken out of `in` (D). */
const MOST_WAITING = 1000;

/** Reads the pieces of a folder until it is stopped. Faults of the folder itself are waited out. */
export class FolderReceiving implements Receiving {
  readonly #folders: Folders;
  readonly #handle: (piece: Piece) => Promise<void>;
  readonly #claims: Claims;
  readonly #tries: Tries;
  readonly #bell = new Bell();
  readonly #waiting = new Map<string, Waiting>();
  readonly #inHand = new Set<string>();
  readonly #running: Promise<void>;
  #watcher: FSWatcher | undefined;
  #stopped = false;
  #pausedUntilMs = 0;
  #refusals = 0;
  #unsettled = false;
  /** Why the last look into the folder failed; undefined when it went well. */
  fault: unknown;

  constructor(folders: Folders, handle: (piece: Piece) => Promise<void>) {
    this.#folders = folders;
    this.#handle = handle;
    this.#claims = new Claims(folders);
    this.#tries = new Tries(folders);
    this.#running = this.#run();
  }

  /** Pieces taken out of `in` and not handled yet. */
  get held(): number {
    return this.#waiting.size + this.#inHand.size;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#bell.ring();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      let busy = false;
      try {
        this.#watch();
        busy = await this.#pass();
        this.fault = undefined;
      } catch (fault) {
        this.fault = fault;
        this.#unwatch();
      }
      if (!this.#stopped && !busy) await this.#bell.wait(this.#restMs());
    }
    this.#unwatch();
    await this.#claims.leave().catch(() => undefined);
  }

  /** Changes ring the bell; where the system cannot tell of them, as on shares, the regular look remains. */
  #watch(): void {
    if (this.#watcher !== undefined) return;
    this.#watcher = watch(this.#folders.in, { persistent: false }, () => this.#bell.ring());
    this.#watcher.on('error', () => this.#unwatch());
  }

  /** A folder that came back is another one to the system: it is watched anew. */
  #unwatch(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  #restMs(): number {
    const { pollMs, settleMs } = this.#folders;
    const due = [...this.#waiting.values()].map(({ dueMs }) => dueMs - Date.now());
    const rest = Math.min(pollMs, ...due, ...(this.#unsettled ? [settleMs] : []));
    return Math.max(rest, this.#pausedUntilMs - Date.now(), 0);
  }

  get #halted(): boolean {
    return this.#stopped || Date.now() < this.#pausedUntilMs;
  }

  /** Looks at everything there is once; true if there was something to handle. */
  async #pass(): Promise<boolean> {
    if (this.#halted) return false;
    await this.#claims.ensure();
    await this.#adopt();
    let given = await this.#giveWaiting();
    this.#unsettled = false;
    for await (const { names, unsettled } of arrivals(this.#folders)) {
      this.#unsettled ||= unsettled > 0;
      await this.#each(names, async (name) => {
        // A namesake of a piece that is not done with yet waits for its turn.
        if (this.#waiting.has(name) || this.#inHand.has(name)) return;
        const claim = await this.#claims.take(name);
        if (claim === undefined) return;
        given = true;
        await this.#give(claim);
      });
      if (this.#halted || this.#waiting.size >= MOST_WAITING) break;
    }
    return given;
  }

  /** Takes over from receivers that died; a piece that was in hand too often when they did is set aside. */
  async #adopt(): Promise<void> {
    for (const claim of await this.#claims.adopt((name) => this.#tries.add(name))) {
      const tries = await this.#tries.of(claim.name);
      if (tries >= this.#folders.tries) {
        await this.#setAside(claim, tries, new Error('Every receiver that had it in hand ended'));
      } else {
        this.#waiting.set(claim.name, { claim, dueMs: 0 });
      }
    }
  }

  async #giveWaiting(): Promise<boolean> {
    const due = [...this.#waiting.values()].filter(({ dueMs }) => dueMs <= Date.now());
    await this.#each(due, async ({ claim }) => {
      this.#waiting.delete(claim.name);
      const inHand = await this.#claims.again(claim);
      if (inHand !== undefined) await this.#give(inHand);
    });
    return due.length > 0;
  }

  #each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
    return inTurn(items, this.#folders.atOnce, act, () => this.#halted);
  }

  async #give(claim: Claim): Promise<void> {
    const { name, path } = claim;
    this.#inHand.add(name);
    try {
      const fault = await this.#handled(name, path);
      if (fault === undefined) await this.#finish(claim);
      else await this.#failed(claim, fault);
    } catch (fault) {
      // The folder itself is in trouble: the piece stays in hand and is given again.
      this.#waiting.set(name, { claim, dueMs: Date.now() + this.#folders.pauseMs });
      throw fault;
    } finally {
      this.#inHand.delete(name);
    }
  }

  /** Why the piece was not handled; undefined if it was. */
  async #handled(name: string, path: string): Promise<Error | undefined> {
    try {
      const bytes = await readWhole(path, this.#folders.mostBytes);
      await this.#handle({ name, bytes });
      this.#refusals = 0;
      return undefined;
    } catch (fault) {
      return fault instanceof Error ? fault : new Error(String(fault));
    }
  }

  async #finish({ name, path }: Claim): Promise<void> {
    const { done } = this.#folders;
    if (done === undefined) await unlink(path);
    else await moveInto(path, done);
    await this.#tries.forget(name);
  }

  async #failed(claim: Claim, fault: Error): Promise<void> {
    if (fault instanceof NotReadyError) {
      this.#refusals += 1;
      this.#pausedUntilMs = Date.now() + pauseAfter(this.#refusals, this.#folders.pauseMs);
      await this.#layBy(claim, this.#pausedUntilMs);
      return;
    }
    const tries = await this.#tries.add(claim.name);
    if (tries >= this.#folders.tries || fault instanceof TooLargeError) {
      await this.#setAside(claim, tries, fault);
    } else {
      await this.#layBy(claim, Date.now() + pauseAfter(tries, this.#folders.pauseMs));
    }
  }

  async #layBy(claim: Claim, dueMs: number): Promise<void> {
    this.#waiting.set(claim.name, { claim: await this.#claims.wait(claim), dueMs });
  }

  async #setAside({ name, path }: Claim, tries: number, fault: Error): Promise<void> {
    const { failed } = this.#folders;
    const aside = await moveInto(path, failed);
    await writeAtOnce(failed, `${aside}.note.txt`, noteOf(name, tries, fault));
    await this.#tries.forget(name);
  }
}
