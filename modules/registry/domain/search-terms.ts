import type { Goods } from './goods.ts';

/** Readings of Chinese characters, one a character, without tones: 茶马 → cha, ma. */
export type Spell = (text: string) => readonly string[];

/** What goods are found by. */
export interface SearchTerms {
  /** Holds, somewhere, every word they can be sought by. */
  readonly spelled: string;
  /** What an index finds first. */
  readonly terms: readonly string[];
}

const HAN_RUN = /\p{Script=Han}+/gu;
const WORD = /[a-z0-9]+/g;
/** Longest beginning that is indexed: six letters leave few enough to look at. */
const LONGEST = 6;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Characters of a run and pairs of neighbours. */
const pairsOf = (run: string): string[] => {
  const characters = [...run];
  return characters.flatMap((one, at) => [one, ...(characters[at + 1] ? [one + characters[at + 1]] : [])]);
};

const beginningsOf = (word: string): string[] =>
  Array.from({ length: Math.max(0, Math.min(word.length, LONGEST) - 1) }, (_, at) => word.slice(0, at + 2));

/**
 * What goods are found by: Chinese names by any part of them, by reading in full from any character on (`kafei`) and by
 * first letters (`kf`), English names and codes by the beginnings of their words.
 */
export function searchTermsOf(goods: Goods, spell: Spell): SearchTerms {
  const { itemNo, itemName, gname, nameEn, brand, gcode, barCode, itemRecordNo } = goods;
  const texts = [itemNo, itemName, gname, nameEn, brand, gcode, barCode, itemRecordNo];
  const whole = plain(texts.filter((text) => text !== undefined).join(' '));
  const runs = [...new Set(whole.match(HAN_RUN) ?? [])];
  const terms = new Set<string>((whole.match(WORD) ?? []).flatMap(beginningsOf));
  const readings: string[] = [];
  for (const run of runs) {
    for (const pair of pairsOf(run)) terms.add(pair);
    const syllables = spell(run).map(plain);
    const letters = syllables.map((syllable) => syllable.slice(0, 1)).join('');
    readings.push(syllables.join(''), letters);
    for (let at = 0; at < syllables.length; at += 1) {
      const rest = syllables.slice(at, at + LONGEST).join('');
      for (const beginning of [...beginningsOf(rest), ...beginningsOf(letters.slice(at))])
        terms.add(beginning);
    }
  }
  return { spelled: [whole, ...readings].join(' '), terms: [...terms] };
}

/** A search as it is put to the index and to the texts: every word must be found. */
export interface Sought {
  readonly terms: readonly string[];
  readonly words: readonly string[];
}

/** Reads what somebody typed. */
export function soughtOf(typed: string): Sought {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  const terms = words.flatMap((word) => {
    const han = (word.match(HAN_RUN) ?? []).flatMap((run) => {
      const pairs = pairsOf(run).filter((pair) => [...pair].length === 2);
      return pairs.length > 0 ? pairs : [run];
    });
    const latin = word.match(WORD) ?? [];
    // Only a word that begins the text somewhere is indexed by its beginning: what follows Chinese is looked for in the text.
    const beginning =
      han.length === 0 && latin[0] === word && word.length > 1 ? [word.slice(0, LONGEST)] : [];
    return [...han, ...beginning];
  });
  return { terms: [...new Set(terms)], words };
}
