import type { Scenario } from './scenario.ts';
import { type Ending, refused, released, taxed, tell, together } from './telling.ts';

const DAY_MINUTES = 24 * 60;

/** A watch of 8,000 CNY: 11 % duty and full VAT; the consumption tax on watches begins at 10,000 CNY. */
const WATCH_TAX = {
  dutiableValue: '8000.00',
  duty: '880.00',
  consumptionTax: '0.00',
  vat: '1154.40',
  taxTotal: '2034.40',
};
const watch = (quotaUsed: string): Ending => released(WATCH_TAX, quotaUsed);

/** Limits of value, weight and list, and what happens at them. */
export const limitScenarios: readonly Scenario[] = [
  {
    name: 'over-single-limit-with-one-item',
    title: { zh: '单件8000元超单次限值，全额征税放行', en: 'One item of 8,000 CNY: taxed in full, released' },
    why: {
      zh: '单件不可分割商品超过5000元、未超年度限值的，按关税、增值税、消费税全额征收（R-2.3）。',
      en: 'One indivisible item over 5,000 CNY but within the year is allowed and bears full duty and taxes (R-2.3).',
    },
    mode: '9610',
    tell: (teller) => {
      const dossier = teller.dossier('A', { fault: 'over-single-limit-with-one-item' });
      return tell(teller, dossier, watch('8000.00'));
    },
  },
  {
    name: 'over-single-limit-with-two-items',
    title: { zh: '两件商品合计5000.01元，退单', en: 'Two items of together 5,000.01 CNY: returned' },
    why: {
      zh: '超过单次限值且不止一件商品，不得按零售进口办理（R-2.3）。',
      en: 'Over the single limit only one item may come in as retail import (R-2.3).',
    },
    mode: '1210',
    tell: (teller) => {
      const lines = [teller.line('ELE-VAC-40', 1, '2500'), teller.line('LIM-VAC-54', 1, '2500.01')];
      const dossier = teller.dossier('A', { lines, fault: 'over-single-limit-with-two-items' });
      return tell(teller, dossier, refused(['TAX-SINGLE-LIMIT'], '909002'));
    },
  },
  {
    name: 'yearly-limit-reached',
    title: {
      zh: '年度额度用尽：超出的退单，恰好用满的放行',
      en: 'The year is used up: one list too many, one that just fits',
    },
    why: {
      zh: '三单已用24000元；2500元超过26000元退单，不占额度；2000元恰好用满，放行（R-2.1、R-2.4）。',
      en: 'Three lists use 24,000 CNY; 2,500 more is over 26,000 and takes nothing; 2,000 just fits (R-2.1, R-2.4).',
    },
    mode: '9610',
    tell: (teller) => {
      const at = (days: number) => ({ minutes: days * DAY_MINUTES });
      const watches = ['A', 'B', 'C'].map((letter, days) =>
        tell(
          teller,
          teller.dossier(letter, { ...at(days), fault: 'over-single-limit-with-one-item' }),
          watch('26000.00'),
          days * DAY_MINUTES,
        ),
      );
      const tooMuch = teller.dossier('D', { ...at(3), lines: [teller.line('ELE-HDR-43', 1, '2500')] });
      const fitting = teller.dossier('E', { ...at(4), lines: [teller.line('ELE-HDR-43', 1, '2000')] });
      return together(
        ...watches,
        tell(teller, tooMuch, refused(['TAX-ANNUAL-LIMIT'], '1313'), 3 * DAY_MINUTES),
        tell(
          teller,
          fitting,
          released(taxed('2000.00', '0.00', '182.00', '182.00'), '26000.00'),
          4 * DAY_MINUTES,
        ),
      );
    },
  },
  {
    name: 'over-yearly-weight',
    title: { zh: '一单3千克食糖，超过每人每年2千克，退单', en: 'Three kilograms of sugar: returned' },
    why: {
      zh: '正面清单注明食糖每人每年限2千克（R-2.14）。',
      en: 'The positive list allows a person two kilograms of sugar a year (R-2.14).',
    },
    mode: '1210',
    tell: (teller) =>
      tell(
        teller,
        teller.dossier('A', { fault: 'over-yearly-weight' }),
        refused(['TAX-YEARLY-WEIGHT'], '909007'),
      ),
  },
  {
    name: 'off-the-positive-list',
    title: { zh: '鲜榴莲不在正面清单，布控查验', en: 'Fresh durian is not on the positive list: inspected' },
    why: {
      zh: '零售进口限于清单内商品（R-2.14、K10）；命中红色规则，转查验。',
      en: 'Only listed goods are retail imports (R-2.14, K10); a red rule sends the list to inspection.',
    },
    mode: '9610',
    tell: (teller) =>
      tell(teller, teller.dossier('A', { fault: 'off-the-positive-list' }), {
        state: 'held',
        findings: ['RISK-POSITIVE-LIST'],
        receipt: ['500', '909001'],
        tax: taxed('159.00', '0.00', '10.02', '10.02'),
        quotaUsed: '159.00',
      }),
  },
  {
    name: 'split-orders',
    title: {
      zh: '同日两单各2600元，第二单转人工审核',
      en: 'Two orders of 2,600 CNY on one day: the second is held',
    },
    why: {
      zh: '同一订购人同日合计超过5000元，疑似拆单（K3），人工审核。',
      en: 'Orders of one buyer and day add up to more than 5,000 CNY: perhaps one purchase split in two (K3).',
    },
    mode: '1210',
    tell: (teller) => {
      const lines = [teller.line('LIM-VAC-54', 1, '2600')];
      const tax = taxed('2600.00', '0.00', '236.60', '236.60');
      return together(
        tell(teller, teller.dossier('A', { lines }), released(tax, '5200.00')),
        tell(
          teller,
          teller.dossier('B', { lines, minutes: 10 }),
          {
            state: 'held',
            findings: ['RISK-SPLIT-ORDERS'],
            receipt: ['300', '1200', '909004'],
            tax,
            quotaUsed: '5200.00',
          },
          10,
        ),
      );
    },
  },
  {
    name: 'waybill-number-reused',
    title: { zh: '运单号已用于另一订单，人工审核', en: 'A waybill number comes back on another order: held' },
    why: {
      zh: '同一物流企业的运单号六个月内不得重复（R-1.17、K9），后一单转人工审核。',
      en: "A carrier's number does not come back within six months (R-1.17, K9); the later list is held.",
    },
    mode: '9610',
    tell: (teller) => {
      const lines = [teller.line('HOM-PLW-46', 1, '228')];
      const dossier = teller.dossier('B', { lines, fault: 'waybill-number-reused' });
      if (dossier.earlier === undefined) throw new RangeError('the dossier has no earlier one');
      const tax = taxed('228.00', '0.00', '20.75', '20.75');
      return together(
        tell(teller, dossier.earlier, released(tax, '456.00')),
        tell(
          teller,
          dossier,
          {
            state: 'held',
            findings: ['RISK-WAYBILL-REUSED'],
            receipt: ['300', '1200', '909003'],
            tax,
            quotaUsed: '456.00',
          },
          10,
        ),
      );
    },
  },
];
