import type { Bilingual } from '#kernel';
import { LONGEST_WAIT_SECONDS, MARK, MOST_WORDS, STATUS_WORDS } from './outcomes.ts';

/** One result the script names. */
export type Result =
  | { readonly status: string; readonly waitMs: number }
  | { readonly code: string; readonly waitMs: number };

/** What a scripted number asks for. */
export interface Script {
  readonly results: readonly Result[];
  readonly twice: boolean;
  readonly mixed: boolean;
  /** Nothing comes after the results; without results nothing comes at all. */
  readonly silent: boolean;
  /** Nothing comes before the message is sent again. */
  readonly lost: boolean;
}

/** A number that begins as a scripted one does and cannot be read further. */
export interface Misread {
  readonly why: Bilingual;
}

/** `SBX-`, the words parted by points, perhaps the code of a final `R`, and behind a hyphen whatever the tester likes. */
const FORM = /^SBX-([^-]*)(?:-([^-]*))?/;
const STATUSES: ReadonlySet<string> = new Set(STATUS_WORDS.map(({ word }) => word));

/**
 * Reads the script in a number: `SBX-800-0001` (released), `SBX-2.120.W5.300-x`, `SBX-R-621008-x`.
 * @returns undefined for a number that does not begin with `SBX-`.
 */
export function scriptOf(number: string): Script | Misread | undefined {
  if (!number.startsWith(MARK)) return undefined;
  const [, text = '', behind = ''] = FORM.exec(number) ?? [];
  const words = text.split('.');
  if (text === '' || words.length > MOST_WORDS) return misread(text, words.length);
  return new Reader(words, behind).read();
}

/** Whether a script was read, as against what only begins like one. */
export const isScript = (script: Script | Misread): script is Script => 'results' in script;

class Reader {
  readonly #words: readonly string[];
  readonly #behind: string;
  readonly #results: Result[] = [];
  #twice = false;
  #mixed = false;
  #silent = false;
  #lost = false;
  #waitMs = 0;

  constructor(words: readonly string[], behind: string) {
    this.#words = words;
    this.#behind = behind;
  }

  read(): Script | Misread {
    for (const [at, word] of this.#words.entries()) {
      const last = at === this.#words.length - 1;
      if ((this.#silent && !isManner(word)) || (word === 'R' && !last)) return unfollowed(word);
      const wrong = this.#take(word);
      if (wrong) return wrong;
    }
    const nothing = this.#results.length === 0 && !this.#silent;
    if (nothing) return noResult();
    return {
      ...{ results: this.#results, twice: this.#twice, mixed: this.#mixed },
      ...{ silent: this.#silent, lost: this.#lost },
    };
  }

  #take(word: string): Misread | undefined {
    if (word === 'TWICE') this.#twice = true;
    else if (word === 'MIXED') this.#mixed = true;
    else if (word === 'LOST') this.#lost = true;
    else if (word === 'NONE') this.#silent = true;
    else if (STATUSES.has(word)) this.#result({ status: word });
    else if (word === 'R') return this.#code();
    else return this.#wait(word);
    return undefined;
  }

  #code(): Misread | undefined {
    if (!/^\d{1,9}$/.test(this.#behind)) return codeWanted(this.#behind);
    this.#result({ code: this.#behind });
    return undefined;
  }

  #wait(word: string): Misread | undefined {
    const [, seconds] = /^W(\d{1,5})$/.exec(word) ?? [];
    if (seconds === undefined) return unknownWord(word);
    const waitMs = this.#waitMs + Number(seconds) * 1_000;
    if (waitMs > LONGEST_WAIT_SECONDS * 1_000) return tooLong();
    this.#waitMs = waitMs;
    return undefined;
  }

  #result(what: { status: string } | { code: string }): void {
    this.#results.push({ ...what, waitMs: this.#waitMs });
    this.#waitMs = 0;
  }
}

const MANNERS: ReadonlySet<string> = new Set(['TWICE', 'MIXED', 'LOST', 'NONE']);
const isManner = (word: string): boolean => MANNERS.has(word);

const misread = (text: string, count: number): Misread =>
  text === '' ? noResult() : { why: tooMany(count) };

const tooMany = (count: number): Bilingual => ({
  zh: `脚本有 ${count} 个词，最多 ${MOST_WORDS} 个`,
  en: `The script has ${count} words, ${MOST_WORDS} at most`,
});

const noResult = (): Misread => ({
  why: {
    zh: '脚本没有写结果；如 SBX-800-1 表示放行',
    en: 'The script names no result; SBX-800-1, say, is released',
  },
});

const unfollowed = (word: string): Misread => ({
  why: {
    zh: `“${shown(word)}”的位置不对：R 须是最后一个词，NONE 之后不能再有结果`,
    en: `"${shown(word)}" stands in the wrong place: R is the last word, and no result follows NONE`,
  },
});

const codeWanted = (behind: string): Misread => ({
  why: {
    zh: `R 之后应是结果码，如 SBX-R-621008-1，而不是“${shown(behind)}”`,
    en: `Behind R comes a result code, as in SBX-R-621008-1, not "${shown(behind)}"`,
  },
});

const unknownWord = (word: string): Misread => ({
  why: {
    zh: `脚本中没有“${shown(word)}”这个词；可用的词见沙箱页面 /sandbox`,
    en: `No script knows the word "${shown(word)}"; the words are listed on the page /sandbox`,
  },
});

const tooLong = (): Misread => ({
  why: {
    zh: `等待最多 ${LONGEST_WAIT_SECONDS} 秒`,
    en: `A wait is ${LONGEST_WAIT_SECONDS} seconds at most`,
  },
});

/** Enough of a strange word to find it again. */
const shown = (word: string): string =>
  [...word].length > 20 ? `${[...word].slice(0, 20).join('')}…` : word;
