import type { TrustMaterial } from '../../portable/trust.ts';
import { materialOf, readTrustFolder, stateOf } from './trust-folder.ts';

/** How often the folder is looked at, milliseconds; (D). */
const LOOK_MS = 2000;

/** The trust an operator manages in a folder; changes there count within two seconds, without a restart. */
export class TrustStore {
  readonly #folder: string;
  readonly #now: () => number;
  #material: Promise<TrustMaterial> | undefined;
  #state = '';
  #lookAgainAt = 0;

  constructor(folder: string, now: () => number = Date.now) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Whom to trust now. Rejects when the folder cannot be read; that it is not there means nobody. */
  current(): Promise<TrustMaterial> {
    if (this.#material && this.#now() < this.#lookAgainAt) return this.#material;
    this.#lookAgainAt = this.#now() + LOOK_MS;
    const before = this.#material;
    const material = this.#look(before);
    this.#material = material;
    // A folder that could not be read for a moment is read again at the next question.
    material.catch(() => {
      this.#material = undefined;
    });
    return material;
  }

  async #look(before: Promise<TrustMaterial> | undefined): Promise<TrustMaterial> {
    const state = await stateOf(this.#folder);
    if (before && state === this.#state) return before;
    const { entries } = await readTrustFolder(this.#folder);
    this.#state = state;
    return materialOf(entries);
  }
}
