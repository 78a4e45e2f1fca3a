import type { Bilingual } from '#kernel';

const outcomes: Readonly<Record<string, Bilingual>> = {
  released: { zh: '放行', en: 'Released' },
  'held 300': { zh: '转人工审核', en: 'Held for manual review' },
  'held 500': { zh: '布控查验', en: 'Held for inspection' },
  refused: { zh: '退单', en: 'Returned to the sender' },
  forwarded: { zh: '已转报海关，等待海关决定', en: 'Forwarded to customs, which has not decided yet' },
  'held 501': { zh: '扣留移送通关', en: 'Detained and handed to clearance' },
  'held 502': { zh: '扣留移送缉私', en: 'Detained and handed to anti-smuggling' },
  'held 503': { zh: '扣留移送法规', en: 'Detained and handed to legal affairs' },
  'held 505': { zh: '移交', en: 'Handed over to another division' },
  'held 599': { zh: '其它扣留', en: 'Detained for another reason' },
  'held 600': { zh: '挂起', en: 'Suspended' },
  withdrawn: { zh: '申报人删除', en: 'Withdrawn by the sender' },
  'withdrawn 399': { zh: '已撤销', en: 'Cancelled' },
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
  const name = outcomes[`${outcome} ${returnStatus}`] ??
    outcomes[outcome] ?? { zh: returnStatus, en: returnStatus };
  if (reasons === undefined || outcome === 'withdrawn' || outcome === 'forwarded') return name;
  if (reasons.length === 0) return { zh: `${name.zh}：${clean.zh}`, en: `${name.en}: ${clean.en}` };
  const join = (language: keyof Bilingual, between: string): string =>
    reasons.map((reason) => reason[language]).join(between);
  return { zh: `${name.zh}：${join('zh', '；')}。`, en: `${name.en}: ${join('en', '; ')}.` };
}
