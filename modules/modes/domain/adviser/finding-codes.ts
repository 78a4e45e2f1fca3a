import { type Bilingual, type Finding, findingCodes } from '#kernel';

type AdviceCode = 'ADVICE-MISSING' | 'ADVICE-VALUE' | 'ADVICE-UNKNOWN-FIELD';

/** What can be wrong with a question on modes. */
export const ADVICE_CODES = findingCodes<AdviceCode>({
  'ADVICE-MISSING': [
    'field',
    ['缺少必须回答的问题', 'A question that must be answered is not'],
    ['补充该字段后再问', 'Give the field and ask again'],
  ],
  'ADVICE-VALUE': [
    'field',
    ['回答不是该字段可取的值', 'The answer is none that the field takes'],
    ['按说明改正取值', 'Give one of the values that are named'],
  ],
  'ADVICE-UNKNOWN-FIELD': [
    'field',
    ['没有这个问题', 'There is no such question'],
    ['改正字段名或删去该字段', 'Mend the name of the field or leave it out'],
  ],
});

/** A finding on one field of a question. */
export function adviceFinding(code: AdviceCode, path: string, more: Bilingual): Finding {
  const known = ADVICE_CODES.find((one) => one.code === code);
  if (known === undefined) throw new RangeError(`no code ${code}`);
  return {
    code,
    level: 'field',
    path,
    message: { zh: `${known.text.zh}：${more.zh}`, en: `${known.text.en}: ${more.en}` },
    remedy: known.remedy,
  };
}
