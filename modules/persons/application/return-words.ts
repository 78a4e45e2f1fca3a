import type { Bilingual } from '#kernel';
import type { PersonsReturn } from '#returns';

/** How a return stands, in the words of whoever sent the goods back. */
export const returnWords: Readonly<Record<PersonsReturn['state'], Bilingual>> = {
  received: {
    zh: '退货申请已提交，正在核对。',
    en: 'The return has been applied for and is being checked.',
  },
  applied: { zh: '等待海关审核。', en: 'Customs will decide.' },
  accepted: {
    zh: '退货申请已受理，请在最后期限前让货物退回原监管场所；逾期不退税款和额度。',
    en: 'Taken in. The goods have to be back at the site they left by the last day, or nothing is given back.',
  },
  arrived: {
    zh: '货物已运抵，等待海关查验。',
    en: 'The goods are back and wait to be looked at by customs.',
  },
  inspected: {
    zh: '海关查验通过，年度额度与税款已退还；货款请向卖家询问。',
    en: 'Customs has accepted it: allowance and tax are given back. Ask the seller about the price.',
  },
  closed: {
    zh: '退货已办结，年度额度与税款已退还；货款请向卖家询问。',
    en: 'Done: allowance and tax are given back. Ask the seller about the price.',
  },
  refused: {
    zh: '退货申请未通过，税款与额度不退；请向卖家询问。',
    en: 'The return is refused: neither tax nor allowance is given back. Ask the seller.',
  },
  withdrawn: { zh: '卖家已撤回退货申请。', en: 'The seller has taken the return back.' },
};
