import { type Database, Together } from '#postgres';
import type { MovementWish } from '../domain/movement.ts';
import type { Posted } from '../domain/post.ts';
import { postMovements } from '../storage/ledger.ts';

/** Movements written in one transaction at most. */
const MOST_A_BATCH = 1_000;

/** Writes movements for whoever asks at the same time in one transaction: a hot item is locked once for hundreds of them. */
export class BookKeeper {
  readonly #together: Together<MovementWish, Posted>;

  constructor(database: Database, now: () => Date) {
    this.#together = new Together(
      (wishes) => database.transaction((client) => postMovements(client, wishes, now())),
      MOST_A_BATCH,
    );
  }

  /** Posts movements, all in one transaction with those of others; each has its own outcome. */
  post(wishes: readonly MovementWish[]): Promise<readonly Posted[]> {
    return this.#together.ask(wishes);
  }
}
