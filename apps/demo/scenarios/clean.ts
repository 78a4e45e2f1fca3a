import type { Scenario } from './scenario.ts';
import { released, taxed, tell, together } from './telling.ts';

/** Purchases in order: the papers agree, the tax is right, the list is released. */
export const cleanScenarios: readonly Scenario[] = [
  {
    name: 'direct-purchase',
    title: { zh: '直购进口（9610），三单一致，放行', en: 'Direct purchase (9610), papers agree, released' },
    why: {
      zh: '威士忌0.7升400元：从价加从量消费税、增值税均按七折征收，合计116.13元。',
      en: 'Whisky, 0.7 L at 400 CNY: compound consumption tax and VAT, both at 70 %, together 116.13 CNY.',
    },
    mode: '9610',
    tell: (teller) => {
      const dossier = teller.dossier('A', { lines: [teller.line('DRK-WHI-27', 1, '400')] });
      return tell(teller, dossier, released(taxed('400.00', '70.56', '45.57', '116.13')));
    },
  },
  {
    name: 'bonded-import',
    title: { zh: '保税进口（1210），三单一致，放行', en: 'Bonded import (1210), papers agree, released' },
    why: {
      zh: '奶粉300元加运费20元：完税价格含运费，只征增值税，29.12元。',
      en: 'Infant formula at 300 CNY and freight of 20 CNY: freight is part of the dutiable value; VAT only, 29.12 CNY.',
    },
    mode: '1210',
    tell: (teller) => {
      const lines = [teller.line('BAB-FML-13', 1, '300')];
      const dossier = teller.dossier('A', { lines, freightFen: 2000 });
      return tell(teller, dossier, released(taxed('320.00', '0.00', '29.12', '29.12')));
    },
  },
  {
    name: 'paid-with-coupon',
    title: { zh: '用优惠券抵扣50元，放行', en: 'A coupon of 50 CNY pays a part, released' },
    why: {
      zh: '非现金抵扣不减少完税价格：按500元征税45.50元，实付495.50元。',
      en: 'What is not paid in cash does not lower the dutiable value: taxed on 500 CNY, 45.50; paid 495.50.',
    },
    mode: '9610',
    tell: (teller) => {
      const lines = [teller.line('HLT-VIT-16', 1, '500')];
      const dossier = teller.dossier('A', { lines, discountFen: 5000 });
      return tell(teller, dossier, released(taxed('500.00', '0.00', '45.50', '45.50')));
    },
  },
  {
    name: 'two-lists-of-different-days',
    title: {
      zh: '同一订购人两日两单，额度累计',
      en: 'Two lists of one buyer on two days add up in the allowance',
    },
    why: {
      zh: '拆单规则只看同一天；年度额度按两单完税价格累计。',
      en: 'The rule against split orders looks at one day; the yearly allowance adds both dutiable values up.',
    },
    mode: '1210',
    tell: (teller) => {
      const day = 24 * 60;
      const lines = [teller.line('ELE-VAC-40', 1, '2600')];
      const first = teller.dossier('A', { lines });
      const second = teller.dossier('B', { lines, minutes: day });
      const tax = taxed('2600.00', '0.00', '236.60', '236.60');
      return together(
        tell(teller, first, released(tax, '5200.00')),
        tell(teller, second, released(tax, '5200.00'), day),
      );
    },
  },
];
