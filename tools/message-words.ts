import { type Field, meaningOfValue } from '#ceb';
import type { Bilingual } from '#kernel';
import { loadCodeLists } from '../modules/registry/wiring.ts';

const lists = loadCodeLists();

/** What a value of a field means: by the standard's own words, else by the parameter tables of customs. */
export function wordsOf({ name, codeList }: Field, value: string): Bilingual | undefined {
  const meaning = meaningOfValue(name, value);
  if (meaning || !codeList) return meaning;
  const entry = lists.find(codeList === 'customs_office' ? 'customs_offices' : codeList, value);
  return entry && { zh: entry.zh, en: entry.en };
}
