import type { Dossier } from '../../apps/demo/dossiers.ts';
import type { Random } from '../../apps/demo/random.ts';
import { goodsOn, type Zone } from '../../apps/demo/zone.ts';
import { Purchases } from './purchases.ts';

/** What is asked back of a list, and what an officer will find of it. */
export interface Asked {
  /** Number of the enterprise's own for it. */
  readonly copNo: string;
  readonly root: 'CEB623Message' | 'CEB625Message';
  readonly dossier: Dossier;
  readonly lines: readonly { readonly gnum: number; readonly quantity: number }[];
  /** Lines whose goods are those that were sold. */
  readonly original: readonly number[];
  /** They are sorted in a return centre, which says that they are back; how many of the line are unfit. */
  readonly unfit?: number;
  /** Another that asks for the same goods: one of the two may have them. */
  readonly rival?: true;
}

/** Every way goods come back; of bonded goods besides by a return centre. */
const WAYS = ['whole', 'parts', 'rivals', 'other', 'mixed', 'cancelled', 'centre', 'centre'] as const;
const DEAREST_FEN = 40_000;

/** Purchases of goods cheap enough for three of each, to be bought and sent back. */
export class Returned {
  readonly #zone: Zone;
  readonly #purchases: Purchases;

  /** @param seed one to eight digits or capital letters: no two of a test may share it. */
  constructor(zone: Zone, seed: string) {
    this.#zone = zone;
    this.#purchases = new Purchases(zone, seed);
  }

  get purchases(): Purchases {
    return this.#purchases;
  }

  get #random(): Random {
    return this.#purchases.random;
  }

  /** One purchase more, and what of it is asked back. */
  make(): { readonly dossier: Dossier; readonly asked: readonly Asked[] } {
    const way = this.#random.pick(WAYS);
    const mode = way === 'centre' || this.#random.chance(0.5) ? '1210' : '9610';
    const shelf = goodsOn(this.#zone, mode).filter(({ pricesFen }) =>
      pricesFen.every((fen) => fen < DEAREST_FEN),
    );
    const first = this.#random.pick(shelf);
    const others = shelf.filter(({ gcode }) => gcode.slice(0, 4) !== first.gcode.slice(0, 4));
    const cart = way === 'mixed' || this.#random.chance(0.3) ? [first, this.#random.pick(others)] : [first];
    const lines = cart.map((goods) => ({
      ...{ goods, quantity: 2 + this.#random.below(2), priceFen: this.#random.pick(goods.pricesFen) },
    }));
    const dossier = this.#purchases.make({ mode, lines });
    return {
      dossier,
      asked: askedBack(
        way,
        dossier,
        lines.map(({ quantity }) => quantity),
      ),
    };
  }
}

function askedBack(
  way: (typeof WAYS)[number],
  dossier: Dossier,
  bought: readonly number[],
): readonly Asked[] {
  const all = bought.map((quantity, at) => ({ gnum: at + 1, quantity }));
  const original = all.map(({ gnum }) => gnum);
  const ask = (mark: string, lines = all, more: Partial<Asked> = {}): Asked => ({
    ...{ copNo: `${mark}${dossier.number}`, root: 'CEB625Message', dossier, lines, original, ...more },
  });
  switch (way) {
    case 'whole':
      return [ask('W')];
    case 'parts':
      return [ask('A', [{ gnum: 1, quantity: 1 }]), ask('B', all.map(less))];
    case 'rivals':
      return [ask('R', all, { rival: true }), ask('S', all, { rival: true })];
    case 'other':
      return [ask('O', all, { original: [] })];
    case 'mixed':
      return [ask('M', all, { original: [1] })];
    case 'cancelled':
      return [ask('X', [], { root: 'CEB623Message' })];
    case 'centre':
      return [ask('Z', all.map(less), { unfit: 1 })];
  }
}

/** One less of the first line. */
const less = ({ gnum, quantity }: { gnum: number; quantity: number }) => ({
  ...{ gnum, quantity: gnum === 1 ? quantity - 1 : quantity },
});
