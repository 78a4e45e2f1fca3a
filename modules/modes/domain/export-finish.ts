import { type Decided, decide, type Facts, type Row, type RulesOfDay } from './decision-table.ts';

/** How a parcel or ticket of e-commerce export is declared and brought to its end. */
export type FinishRoute =
  | 'LIST_RELEASE_SUMMARY_STATISTICS'
  | 'LIST_RELEASE_SUMMARY_DECLARATION'
  | 'CBEC_LIST_OR_DECLARATION'
  | 'DECLARATION';

export interface Finish {
  readonly route: FinishRoute;
  /** Fewest digits its goods are classified with. */
  readonly hsDigits: 4 | 6 | 10;
}

/**
 * What decides the way: `mode`, `value` (CNY of the parcel or ticket), `exportDuty`, `refund` (wanted), `licence`,
 * `inspection` (by law), `pilotZone` (declared in a pilot zone).
 */
export type FinishFacts = Facts;

const LIMIT = 'export.list_value_limit_cny';
const RETAIL = { fact: 'mode', is: ['9610', '1210'] } as const;
const B2B = { fact: 'mode', is: ['9710', '9810'] } as const;

/** The ways of finishing an export, read from the top. */
export const FINISH_TABLE: readonly Row<Finish>[] = [
  {
    code: 'FINISH-STATISTICS',
    rule: 'R-1.22',
    source: '海关总署公告2018年第194号及此前的通知',
    confidence: 'H',
    from: '2019-01-01',
    sentence: {
      zh: '综试区内，单票价值不超过限值，不涉及出口关税、出口退税和许可证件的，清单核放、汇总统计，可按4位税号归类（4位：M）。',
      en: 'In a pilot zone, a parcel up to the limit without export duty, refund or licence: released by list, counted in summary statistics, classified with 4 digits (4 digits: M).',
    },
    when: [
      RETAIL,
      { fact: 'pilotZone', is: true },
      { fact: 'value', atMost: LIMIT },
      { fact: 'exportDuty', is: false },
      { fact: 'refund', is: false },
      { fact: 'licence', is: false },
    ],
    outcome: { route: 'LIST_RELEASE_SUMMARY_STATISTICS', hsDigits: 4 },
  },
  {
    code: 'FINISH-SUMMARY-DECLARATION',
    rule: 'R-1.22',
    source: '海关总署公告2018年第194号',
    confidence: 'H',
    from: '2019-01-01',
    sentence: {
      zh: '其余零售出口清单核放、汇总申报：次月15日前汇总上月结关的清单。',
      en: 'All other retail export: released by list, then declared in summary by the 15th of the month after closing.',
    },
    when: [RETAIL],
    outcome: { route: 'LIST_RELEASE_SUMMARY_DECLARATION', hsDigits: 10 },
  },
  {
    code: 'FINISH-B2B-LIST-6',
    rule: 'R-1.29',
    source: '海关总署公告2020年第75号',
    confidence: 'H',
    from: '2020-07-01',
    sentence: {
      zh: '综试区内不涉及出口退税的9710、9810清单，可按6位税号简化申报。',
      en: 'In a pilot zone, 9710 and 9810 lists without refund may be declared with 6 digits.',
    },
    when: [
      B2B,
      { fact: 'value', atMost: LIMIT },
      { fact: 'licence', is: false },
      { fact: 'inspection', is: false },
      { fact: 'exportDuty', is: false },
      { fact: 'pilotZone', is: true },
      { fact: 'refund', is: false },
    ],
    outcome: { route: 'CBEC_LIST_OR_DECLARATION', hsDigits: 6 },
  },
  {
    code: 'FINISH-B2B-LIST',
    rule: 'R-1.28',
    source: '海关总署公告2020年第75号',
    confidence: 'V',
    from: '2020-07-01',
    sentence: {
      zh: '单票不超过限值且不涉证、不涉检、不涉税的9710、9810货物，可报申报清单，也可报报关单。',
      en: 'A 9710 or 9810 ticket up to the limit without licence, inspection or tax may go by list or by declaration form.',
    },
    when: [
      B2B,
      { fact: 'value', atMost: LIMIT },
      { fact: 'licence', is: false },
      { fact: 'inspection', is: false },
      { fact: 'exportDuty', is: false },
    ],
    outcome: { route: 'CBEC_LIST_OR_DECLARATION', hsDigits: 10 },
  },
  {
    code: 'FINISH-B2B-DECLARATION',
    rule: 'R-1.28',
    source: '海关总署公告2020年第75号',
    confidence: 'V',
    from: '2020-07-01',
    sentence: {
      zh: '其余9710、9810货物以报关单申报（H2018）。',
      en: 'All other 9710 and 9810 goods are declared with a declaration form (H2018).',
    },
    when: [B2B],
    outcome: { route: 'DECLARATION', hsDigits: 10 },
  },
];

/** How an export is finished under the rules of a day, and why. */
export function exportFinish(facts: FinishFacts, rules: RulesOfDay): Decided<Finish> {
  return decide(FINISH_TABLE, facts, rules);
}
