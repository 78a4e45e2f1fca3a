import type { Bilingual } from '#kernel';

const outcomes: Readonly<Record<string, Bilingual>> = {
  released: { zh: '放行', en: 'Released' },
  'held 300': { zh: '转人工审核', en: 'Held for manual review' },
  'held 500': { zh: '布控查验', en: 'Held for inspection' },
  refused: { zh: '退单', en: 'Returned to the sender' },
  withdrawn: { zh: '申报人删除', en: 'Withdrawn by the sender' },
};

const clean: Bilingual = {
  zh: '四单一致，税款与限额核算无误，未触发风险规则。',
  en: 'The four papers agree, tax and limits are in order, and no risk rule speaks against it.',
};

/**
 * The outcome of a list in whole sentences.
 * @param reasons what live rules found, as sentences; left out for the outcome alone
 */
export function explainOutcome(
  outcome: string,
  returnStatus: string,
  reasons?: readonly Bilingual[],
): Bilingual {
  const name = outcomes[outcome] ??
    outcomes[`${outcome} ${returnStatus}`] ?? { zh: returnStatus, en: returnStatus };
  if (reasons === undefined || outcome === 'withdrawn') return name;
  if (reasons.length === 0) return { zh: `${name.zh}：${clean.zh}`, en: `${name.en}: ${clean.en}` };
  const join = (language: keyof Bilingual, between: string): string =>
    reasons.map((reason) => reason[language]).join(between);
  return { zh: `${name.zh}：${join('zh', '；')}。`, en: `${name.en}: ${join('en', '; ')}.` };
}
