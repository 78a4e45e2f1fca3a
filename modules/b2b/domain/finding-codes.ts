import { type Decimal, type Finding, findingCodes, formatDecimal } from '#kernel';
import type { StockRefusal } from './stock.ts';

/** Why a movement of goods abroad is refused. */
export const ABROAD_CODES = findingCodes<StockRefusal | 'ABROAD-CODE'>({
  'ABROAD-CODE': [
    'field',
    ['代码不在代码表中', 'The code is in no list'],
    ['使用代码表中的代码', 'Use a code of the list'],
  ],
  'ABROAD-LINE-UNKNOWN': [
    'business',
    ['该批次没有此行号', 'The batch has no such line'],
    ['核对订仓单的行号', 'Check the lines of the booking'],
  ],
  'ABROAD-QUANTITY': [
    'business',
    ['数量应大于零', 'The quantity must be above zero'],
    ['填写大于零的数量', 'Give a quantity above zero'],
  ],
  'ABROAD-NOT-ENOUGH': [
    'business',
    ['该处数量不足', 'There is not so much of it there'],
    ['减少数量，或先登记到仓', 'Tell less, or tell first what has arrived'],
  ],
  'ABROAD-REFERENCE-USED': [
    'business',
    ['该单据已以另一数量登记', 'This paper has been told of with another quantity'],
    ['核对单据号；如确为另一笔，请用另一单据号', 'Check the reference; another thing needs another one'],
  ],
});

const TEXTS = new Map(ABROAD_CODES.map((one) => [one.code, one]));

/** The finding of a refused movement. @param there what lies there, or what was told under the reference */
export function abroadFinding(refusal: StockRefusal, path: string, there: Decimal): Finding {
  const known = TEXTS.get(refusal);
  if (known === undefined) throw new RangeError(`no code ${refusal}`);
  const shown = refusal === 'ABROAD-NOT-ENOUGH' || refusal === 'ABROAD-REFERENCE-USED';
  const more = shown ? formatDecimal(there) : '';
  return {
    ...{ code: refusal, level: 'business', path, rule: 'R-3.5', remedy: known.remedy },
    message: {
      zh: shown ? `${known.text.zh}：${more}` : known.text.zh,
      en: shown ? `${known.text.en}: ${more}` : known.text.en,
    },
  };
}
