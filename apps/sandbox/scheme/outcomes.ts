import type { Bilingual } from '#kernel';

/** One word a tester may write into a number, and what comes of it. */
export interface StatusWord {
  /** The status itself, as the standard numbers it. */
  readonly word: string;
  /** Statuses sent when this is the only result the script names, in their order. */
  readonly way: readonly string[];
  /** Number in `[Code:…;Desc:…]` of its receipt; the status itself where customs' own number is not known (D). */
  readonly code: string;
}

const row = (way: string, code?: string): StatusWord => {
  const statuses = way.split(' ');
  const word = statuses.at(-1) ?? '';
  return { word, way: statuses, code: code ?? word };
};

/**
 * The statuses of the standard as words of a script, and the usual way to each (D: the standard says what a status
 * means, not what comes before it; 2, 120, 800 is what public receipts show).
 */
export const STATUS_WORDS: readonly StatusWord[] = [
  row('1'),
  row('2'),
  row('2 3'),
  row('2 4'),
  row('2 5'),
  row('2 120 100', '1322'),
  row('2 120', '1800'),
  row('2 120 300', '1200'),
  row('2 120 399'),
  row('2 120 500'),
  row('2 120 500 501'),
  row('2 120 500 502'),
  row('2 120 500 503'),
  row('2 120 500 505'),
  row('2 120 500 599'),
  row('2 120 600'),
  row('2 120 500 700'),
  row('2 120 800', '2600'),
  row('2 120 800 899'),
];

/** A word that changes how receipts come, not what they say. */
export interface MannerWord {
  /** As it is written; `n` stands for a number. */
  readonly word: string;
  readonly example: string;
  readonly meaning: Bilingual;
}

export const MANNER_WORDS: readonly MannerWord[] = [
  {
    word: 'R-n',
    example: 'SBX-R-621008-1',
    meaning: {
      zh: '以结果码 n 答复：业务错误码（写作正数，R-621008 即 -621008）直接作为 returnStatus；海关结果码（如 R-1313）写在退单或相应状态的 returnInfo 中。后面不能再有别的词',
      en: 'Answers with result code n: a business code (written without its sign, R-621008 is -621008) becomes the returnStatus, a code of customs (R-1313) stands in returnInfo of the status it belongs to. Nothing may follow it',
    },
  },
  {
    word: 'Wn',
    example: 'SBX-W5.800-1',
    meaning: {
      zh: '在其后的回执之前等待 n 秒（最多 3600 秒）；单独一个结果时，等待在该结果之前',
      en: 'Waits n seconds (3,600 at most) before what follows; with a single result, before that result',
    },
  },
  {
    word: 'TWICE',
    example: 'SBX-TWICE.800-1',
    meaning: {
      zh: '每份回执发两次，内容完全相同',
      en: 'Every receipt comes twice, the same to the letter',
    },
  },
  {
    word: 'MIXED',
    example: 'SBX-MIXED.800-1',
    meaning: {
      zh: '回执倒序到达：最后的先到，returnTime 不变',
      en: 'Receipts come in the wrong order, the last one first, each with its true returnTime',
    },
  },
  {
    word: 'LOST',
    example: 'SBX-LOST.800-1',
    meaning: {
      zh: '第一次报送如同丢失，没有回执；同一报文再次报送后才有回执',
      en: 'The first time nothing comes, as if the message had been lost; sent again, it is answered',
    },
  },
  {
    word: 'NONE',
    example: 'SBX-NONE-1',
    meaning: {
      zh: '不发任何回执；写在其他词之后时，此后不再发',
      en: 'No receipt ever comes; behind other words, none after theirs',
    },
  },
];

/** Longest wait a script may ask for, seconds (D). */
export const LONGEST_WAIT_SECONDS = 3_600;
/** Words of a script at most (D): the longest number of the standard has room for more than anybody reads. */
export const MOST_WORDS = 16;
/** Between one receipt and the next, milliseconds (D): slow enough to be seen, quick enough not to be waited for. */
export const PACE_MS = 200;
/** What every scripted number begins with. */
export const MARK = 'SBX-';
