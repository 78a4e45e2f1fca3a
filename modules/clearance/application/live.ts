import { entriesAfter, latestCursor, type ReadEntry } from '#journal';
import type { Database } from '#postgres';
import type { ListChanges } from '../http/list-schemas.ts';
import type { Viewer } from './pages.ts';

/** Events leave at most four times a second. */
const paceMs = 250;
const shown = 100;
const readLimit = 5_000;

type Change = ListChanges['lists'][number];
type Listener = (changes: ListChanges) => void;

/** Follows the journal while somebody watches, and tells which lists have been decided. */
export class LiveLists {
  readonly #database: Database;
  readonly #fault: (error: unknown) => void;
  readonly #listeners = new Map<Listener, Viewer>();
  #timer: NodeJS.Timeout | undefined;
  #cursor: string | undefined;

  constructor(database: Database, fault: (error: unknown) => void) {
    this.#database = database;
    this.#fault = fault;
  }

  /** Adds a listener; call what is returned to leave. */
  join(viewer: Viewer, listener: Listener): () => void {
    this.#listeners.set(listener, viewer);
    this.#timer ??= setTimeout(() => void this.#look(), paceMs);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
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
    if (this.#listeners.size > 0) this.#timer = setTimeout(() => void this.#look(), paceMs);
    else {
      this.#timer = undefined;
      this.#cursor = undefined;
    }
  }

  #tell(entries: readonly ReadEntry[]): void {
    const changes = entries.flatMap(changeOf);
    const lists = changes.slice(-shown);
    const everything = { lists, more: changes.length > lists.length };
    // An enterprise is told that something changed, not whose: it reads its own page again.
    const something = { lists: [], more: true };
    for (const [listener, { party }] of this.#listeners)
      listener(party === undefined ? everything : something);
  }
}

function changeOf({ kind, body }: ReadEntry): Change[] {
  const state = /^declaration-(released|held|refused|withdrawn)$/.exec(kind)?.[1] as
    | Change['state']
    | undefined;
  const { ebpCode, orderNo } = body as { ebpCode: string; orderNo: string };
  return state ? [{ ebpCode, orderNo, state }] : [];
}
