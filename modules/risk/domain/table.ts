import { type Confidence, type Day, holdsOn, isDay } from '#kernel';
import { goodsDiffer, goodsPrice } from './filed-goods-rules.ts';
import { bondedOnly, keywords, listingUnknown, positiveList } from './goods-rules.ts';
import { nearLimit, splitOrders, waybillReused } from './purchase-rules.ts';
import type { FactName, Look, RiskRule, RiskSetting, RuleLogic } from './rule.ts';

/** All rules, in the order they are applied. */
const logic: readonly RuleLogic[] = [
  positiveList,
  bondedOnly,
  listingUnknown,
  keywords,
  splitOrders,
  nearLimit,
  waybillReused,
  goodsDiffer,
  goodsPrice,
];

/** Every rule of risk, for explanations and documents; its figures are in `contracts/risk-rules.csv`. */
export const riskRules: readonly RiskRule[] = logic.map(({ prepare: _logic, ...rule }) => rule);

/** The row that says at which score a class begins. */
const CLASSES = 'RISK-CLASSES';

/** One rule ready to look, under the settings of a day. */
export interface ReadyRule {
  readonly rule: RiskRule;
  readonly look: Look;
}

/** Rules that need the same fact: without it, none of them is even asked. */
export interface RulesByNeed {
  readonly needs: FactName | 'papers';
  readonly rules: readonly ReadyRule[];
}

/** The rules of one day. */
export interface RulesOfDay {
  readonly groups: readonly RulesByNeed[];
  /** Scores at which yellow and red begin. */
  readonly yellowFrom: number;
  readonly redFrom: number;
}

/** The rules with all their figures through time. */
export interface RiskRuleTable {
  /** Every row, in the order of the table. */
  readonly settings: readonly RiskSetting[];
  /** The rules as they stand on a day; made once a day. @throws RangeError when no classes hold on the day. */
  on(day: Day): RulesOfDay;
}

/** A row of `contracts/risk-rules.csv`, by column name. */
export type RiskRuleRow = Readonly<Record<string, string>>;

function readThresholds(text: string, where: string): Record<string, string> {
  if (text === '') return {};
  return Object.fromEntries(
    text.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=');
      if (name === '' || value === '') throw new RangeError(`${where}: "${part}" is not name=value`);
      return [name.trim(), value.trim()];
    }),
  );
}

function readRow(row: RiskRuleRow, at: number): RiskSetting {
  const where = `risk-rules.csv, row ${at + 2}`;
  const cell = (name: string) => row[name]?.trim() ?? '';
  const known = logic.find(({ code }) => code === cell('rule'));
  const thresholds = readThresholds(cell('thresholds'), where);
  if (known === undefined && cell('rule') !== CLASSES) {
    throw new RangeError(`${where}: there is no rule "${cell('rule')}"`);
  }
  for (const name of known?.thresholds ?? ['yellow', 'red']) {
    if (thresholds[name] === undefined) throw new RangeError(`${where}: threshold ${name} is missing`);
  }
  const [from, to, confidence] = [cell('from'), cell('to'), cell('confidence')];
  if (!isDay(from) || (to !== '' && (!isDay(to) || to < from))) {
    throw new RangeError(`${where}: the period does not hold`);
  }
  if (!['V', 'H', 'M', 'L', 'D'].includes(confidence)) throw new RangeError(`${where}: no confidence mark`);
  const [weight, version] = [Number(cell('weight')), Number(cell('version'))];
  if (!Number.isInteger(weight) || weight < 0 || weight > 100 || !Number.isInteger(version)) {
    throw new RangeError(`${where}: weight is 0 to 100 and version a whole number`);
  }
  if (known !== undefined && cell('mode') !== 'live' && cell('mode') !== 'watch') {
    throw new RangeError(`${where}: mode is live or watch`);
  }
  return {
    code: cell('rule'),
    version,
    mode: cell('mode') === 'live' ? 'live' : 'watch',
    weight,
    veto: cell('veto') === 'yes',
    thresholds,
    from,
    ...(to === '' ? {} : { to }),
    source: cell('source'),
    confidence: confidence as Confidence,
    note: { zh: cell('zh'), en: cell('en') },
  };
}

function rulesOn(settings: readonly RiskSetting[], day: Day): RulesOfDay {
  const inForce = settings.filter((setting) => holdsOn(setting, day));
  const classes = inForce.find(({ code }) => code === CLASSES);
  if (classes === undefined) throw new RangeError(`no risk classes hold on ${day}`);
  const groups = new Map<RulesByNeed['needs'], ReadyRule[]>();
  for (const { prepare, ...rule } of logic) {
    const [first, ...others] = inForce.filter(({ code }) => code === rule.code);
    if (first === undefined) continue;
    const group = groups.get(rule.needs) ?? [];
    group.push({ rule, look: prepare([first, ...others]) });
    groups.set(rule.needs, group);
  }
  return {
    groups: [...groups].map(([needs, rules]) => ({ needs, rules })),
    yellowFrom: Number(classes.thresholds.yellow),
    redFrom: Number(classes.thresholds.red),
  };
}

/**
 * Reads the figures of the rules.
 * @throws RangeError naming the row that cannot be read.
 */
export function parseRiskRules(rows: readonly RiskRuleRow[]): RiskRuleTable {
  const settings = rows.map(readRow);
  const days = new Map<Day, RulesOfDay>();
  return {
    settings,
    on: (day) => {
      const known = days.get(day);
      if (known !== undefined) return known;
      const made = rulesOn(settings, day);
      days.set(day, made);
      return made;
    },
  };
}
