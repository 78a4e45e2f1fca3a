import { errorCatalogue, meaningsOf, messageTables } from '#ceb';
import type { Bilingual } from '#kernel';
import type { CodeLists } from '#registry';
import { DESKS } from './desks.ts';
import { MANNER_WORDS, MARK, STATUS_WORDS } from './outcomes.ts';

/** A word of a script for people. */
export interface SchemeWord {
  readonly word: string;
  readonly example: string;
  readonly meaning: Bilingual;
  /** Statuses that come, in their order; of a status. */
  readonly way?: string[];
}

/** A message that can be scripted, for people. */
export interface SchemeMessage {
  /** `CEB621` */
  readonly type: string;
  readonly name: Bilingual;
  /** `CEB622` */
  readonly answer: string;
  readonly numbers: string[];
  readonly statuses: string[];
}

/** The whole scheme for people: the page, the interface and the documents are made from it. */
export interface Scheme {
  readonly mark: string;
  readonly words: SchemeWord[];
  readonly codes: (SchemeWord & { readonly family: string })[];
  readonly messages: SchemeMessage[];
}

/** Puts the scheme together; `lists` holds the result codes of customs. */
export function schemeOf(lists: CodeLists): Scheme {
  return {
    mark: MARK,
    words: [
      ...STATUS_WORDS.map(({ word, way }) => ({
        ...{ word, example: `${MARK}${word}-1`, way: [...way] },
        meaning: statusMeaning(word),
      })),
      ...MANNER_WORDS,
    ],
    codes: [...businessCodes(), ...customsCodes(lists)],
    messages: DESKS.map(({ root, numbers, statuses }) => {
      const { zh, en, answer = '' } = messageTables[root];
      const short = (name: string): string => name.replace(/Message$/, '');
      return {
        ...{ type: short(root), name: { zh, en }, answer: short(answer) },
        ...{ numbers: [...numbers], statuses: [...statuses] },
      };
    }),
  };
}

function statusMeaning(status: string): Bilingual {
  const text = meaningsOf(status).find(({ family }) => family === 'status')?.text;
  return text ?? { zh: status, en: status };
}

/** Codes below zero; of one the standard uses twice, the first meaning is sent. */
function businessCodes(): (SchemeWord & { readonly family: string })[] {
  const seen = new Set<string>();
  return errorCatalogue
    .filter(({ code }) => code.startsWith('-') && !seen.has(code) && seen.add(code))
    .map(({ code, text, family }) => ({
      ...{ word: code, example: `${MARK}R${code}-1`, meaning: text, family },
    }));
}

function customsCodes(lists: CodeLists): (SchemeWord & { readonly family: string })[] {
  const listed = lists.entries('customs_result').map(({ code, zh, en, more }) => ({
    ...{ word: code, example: `${MARK}R-${code}-1`, meaning: { zh, en: en || zh }, family: 'customs' },
    way: [more.return_status ?? '100'],
  }));
  const known = new Set(listed.map(({ word }) => word));
  const others = errorCatalogue.filter(({ family, code }) => family === 'customs' && !known.has(code));
  return [
    ...listed,
    ...others.map(({ code, text }) => ({
      ...{ word: code, example: `${MARK}R-${code}-1`, meaning: text, family: 'customs', way: ['100'] },
    })),
  ];
}
