import { LineKeys } from './summarise.ts';

/** A list in its place, with the lines it goes to. */
export interface PlacedList {
  readonly position: number;
  readonly lines: readonly string[];
}

/** Places of lists that make one summary, both ends among them. */
export interface PlaceRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts lists that stand one after the other into summaries of at most so many lines, as `summarise` does: a list that
 * would make one too long opens the next. Fed page by page.
 */
export class Packing {
  readonly #mostLines: number;
  #keys = new LineKeys();
  #from: number | undefined;
  #last = 0;

  constructor(mostLines: number) {
    this.#mostLines = mostLines;
  }

  /** The summaries that are full with these lists; the last one stays open. */
  add(lists: readonly PlacedList[]): PlaceRange[] {
    const full: PlaceRange[] = [];
    for (const { position, lines } of lists) {
      if (this.#from !== undefined && this.#keys.with(lines) > this.#mostLines) {
        full.push({ from: this.#from, to: this.#last });
        this.#keys = new LineKeys();
        this.#from = undefined;
      }
      this.#from ??= position;
      this.#last = position;
      this.#keys.take(lines);
    }
    return full;
  }

  /** The one that is still open; there is none where no list was given. */
  open(): PlaceRange | undefined {
    return this.#from === undefined ? undefined : { from: this.#from, to: this.#last };
  }
}
