import { createRequire } from 'node:module';
import type { Goods } from '../domain/goods.ts';
import { type SearchTerms, searchTermsOf } from '../domain/search-terms.ts';

const load = createRequire(import.meta.url);
let reading: typeof import('pinyin-pro') | undefined;

/**
 * What goods are found by, with Chinese read as it is read within its word: 重 in 重庆 is chong. The dictionary is a
 * megabyte and takes a tenth of a second to load: only whoever writes goods waits for it.
 */
export function termsOfGoods(goods: Goods): SearchTerms {
  reading ??= load('pinyin-pro') as typeof import('pinyin-pro');
  const { pinyin } = reading;
  return searchTermsOf(goods, (text) => pinyin(text, { toneType: 'none', type: 'array', v: true }));
}
