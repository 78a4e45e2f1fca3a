import type { Row } from '../decision-table.ts';

/** Codes of the supervision modes that advice is given on. */
export type ModeCode = '9610' | '1210' | '1239' | '9710' | '9810' | '0110' | '1039' | '4019';

export type Direction = 'import' | 'export';

/** What one criterion is about. */
export interface Criterion {
  readonly mode: ModeCode;
  readonly direction: Direction;
}

/** A criterion of one mode: it must hold for the mode to be lawful. */
export type CriterionRow = Row<Criterion>;

export type Words = readonly [zh: string, en: string];
export type Origin = Pick<CriterionRow, 'rule' | 'source' | 'confidence' | 'from'>;

export const RETAIL_IMPORT: Origin = {
  rule: 'R-1.2',
  source: '海关总署公告2014年第12号、2018年第194号',
  confidence: 'H',
  from: '2016-04-08',
};
export const BONDED: Origin = {
  rule: 'R-1.3',
  source: '海关总署公告2014年第57号、2018年第194号',
  confidence: 'H',
  from: '2016-04-08',
};
export const BONDED_A: Origin = {
  rule: 'R-1.4',
  source: '海关总署公告2016年第75号',
  confidence: 'H',
  from: '2016-04-08',
};
export const B2B: Origin = {
  rule: 'R-1.6',
  source: '海关总署公告2020年第75号、2021年第47号',
  confidence: 'V',
  from: '2016-04-08',
};
export const TABLE: Origin = { rule: 'R-1.7', source: '本平台设计', confidence: 'D', from: '2016-04-08' };
export const POSITIVE: Origin = {
  rule: 'R-2.14',
  source: '八部门公告2022年第7号',
  confidence: 'V',
  from: '2016-04-08',
};
export const LIMITS: Origin = {
  rule: 'R-2.4',
  source: '财关税〔2018〕49号',
  confidence: 'V',
  from: '2016-04-08',
};
export const REGISTERED: Origin = {
  rule: 'R-1.8',
  source: '海关总署公告2018年第194号',
  confidence: 'H',
  from: '2016-04-08',
};

export function criterion(
  mode: ModeCode,
  direction: Direction,
  name: string,
  origin: Origin,
  [zh, en]: Words,
  when: CriterionRow['when'],
): CriterionRow {
  const code = `MODE-${mode}-${direction === 'import' ? 'I' : 'E'}-${name}`;
  return { code, ...origin, sentence: { zh, en }, when, outcome: { mode, direction } };
}

/** Where the goods lie. */
export const stockAt = (
  mode: ModeCode,
  direction: Direction,
  origin: Origin,
  place: string | readonly string[],
  words: Words,
): CriterionRow => criterion(mode, direction, 'STOCK', origin, words, [{ fact: 'stock', is: place }]);
