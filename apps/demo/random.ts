/**
 * A small seeded source of chance (sfc32): the same seed gives the same zone, papers and samples on every
 * machine, so whatever a generated paper brings to light can be brought to light again.
 */
export interface Random {
  /** A whole number from 0 to 2^32 - 1. */
  next(): number;
  /** A whole number from 0 to `bound` - 1. */
  below(bound: number): number;
  /** True once in `1 / share` times. */
  chance(share: number): boolean;
  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(list: readonly T[]): T;
  /** 36 characters in the form of an upper-case GUID. */
  guid(): string;
}

const WORD = 4_294_967_296;

/** Four 32-bit words out of a text (a multiplicative hash; mixes well enough for seeds, guards nothing). */
function seedWords(seed: string): [number, number, number, number] {
  const words: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];
  for (const character of seed) {
    const point = character.codePointAt(0) ?? 0;
    words[0] = Math.imul(words[1] ^ point, 597_399_067);
    words[1] = Math.imul(words[2] ^ point, 2_869_860_233);
    words[2] = Math.imul(words[3] ^ point, 951_274_213);
    words[3] = Math.imul(words[0] ^ point, 2_716_044_179);
  }
  return words;
}

const hex = (value: number, digits: number): string =>
  value.toString(16).toUpperCase().padStart(digits, '0').slice(-digits);

/** @param seed any text; numbers are taken as their decimal text. */
export function createRandom(seed: string | number): Random {
  let [a, b, c, counter] = seedWords(String(seed));
  const next = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    c |= 0;
    return result >>> 0;
  };
  // The first words still show the seed; later ones do not.
  for (let round = 0; round < 16; round++) next();

  const below = (bound: number): number => Math.floor((next() / WORD) * bound);
  return {
    next,
    below,
    chance: (share) => next() < share * WORD,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new RangeError('cannot pick from an empty list');
      return picked;
    },
    guid: () => {
      const tail = hex(next(), 8) + hex(next(), 8);
      const middle = hex(next(), 8);
      return `${hex(next(), 8)}-${middle.slice(0, 4)}-4${middle.slice(5)}-A${tail.slice(1, 4)}-${tail.slice(4)}`;
    },
  };
}
