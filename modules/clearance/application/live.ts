import { entriesAfter, latestCursor, type ReadEntry } from '#journal';
import type { Database } from '#postgres';
import type { ListChanges } from '../http/list-schemas.ts';
import type { Viewer } from './pages.ts';

/** Events leave at most four times a second. */
const paceMs = 250;
const shown = 100;
const readLimit = 5_000;

type Change = ListChanges['lists'][number];

/** Somebody who watches. */
export interface Watcher {
  readonly viewer: Viewer;
  tell(changes: ListChanges): void;
  /** The house is closing. */
  end(): void;
}

/** Follows the journal while somebody watches, and tells which lists have been decided. */
export class LiveLists {
  readonly #database: Database;
  readonly #fault: (error: unknown) => void;
  readonly #watchers = new Set<Watcher>();
  #cursor: string | undefined;
  #following: Promise<void> | undefined;

  constructor(database: Database, fault: (error: unknown) => void) {
    this.#database = database;
    this.#fault = fault;
  }

  /** Adds a watcher; call what is returned to leave. What happens from now on is told. */
  join(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    this.#following ??= this.#follow();
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  stop(): void {
    for (const watcher of this.#watchers) watcher.end();
    this.#watchers.clear();
  }

  /** Looks again and again while somebody watches. */
  async #follow(): Promise<void> {
    while (this.#watchers.size > 0) {
      await this.#look();
      await new Promise((resolve) => setTimeout(resolve, paceMs).unref());
    }
    this.#cursor = undefined;
    this.#following = undefined;
  }

  async #look(): Promise<void> {
    try {
      this.#cursor ??= await latestCursor(this.#database);
      const entries = await entriesAfter(this.#database, this.#cursor, readLimit);
      this.#cursor = entries.at(-1)?.cursor ?? this.#cursor;
      if (entries.length > 0) this.#tell(entries);
    } catch (error) {
      this.#fault(error);
    }
  }

  #tell(entries: readonly ReadEntry[]): void {
    const decided = entries.flatMap(decidedOf);
    const own = Map.groupBy(decided, ({ recipient }) => recipient);
    for (const watcher of this.#watchers) {
      // An enterprise is told of the lists it sent; of others' not even that something happened.
      const { party } = watcher.viewer;
      const told = party === undefined ? decided : (own.get(party) ?? []);
      const lists = told.slice(-shown).map(({ change }) => change);
      if (lists.length > 0) watcher.tell({ lists, more: told.length > lists.length });
    }
  }
}

function decidedOf({ kind, body }: ReadEntry): { recipient: string | undefined; change: Change }[] {
  const state = /^declaration-(forwarded|released|held|refused|withdrawn)$/.exec(kind)?.[1] as
    | Change['state']
    | undefined;
  const { ebpCode, orderNo, recipient } = body as { ebpCode: string; orderNo: string; recipient?: string };
  return state ? [{ recipient, change: { ebpCode, orderNo, state } }] : [];
}
