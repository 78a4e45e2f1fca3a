import type { Day } from '#kernel';
import type { RiskClass, RiskFacts, RiskHit, RiskRule, RiskSubject, Screening, Sighting } from './rule.ts';
import type { RiskRuleTable, RulesOfDay } from './table.ts';

const CLEAN: Screening = { class: 'green', score: 0, hits: [] };
const HIGHEST = 100;

function hitOf(rule: RiskRule, { setting, path, message, remedy, evidence }: Sighting): RiskHit {
  return {
    rule: rule.code,
    version: setting.version,
    thresholds: setting.thresholds,
    indicator: rule.indicator,
    group: rule.group,
    mode: setting.mode,
    weight: setting.weight,
    veto: setting.veto,
    finding: {
      code: rule.code,
      level: 'business',
      path,
      message,
      remedy,
      rule: rule.rule,
      ...(evidence === undefined ? {} : { evidence }),
    },
  };
}

/** Of one indicator the heaviest live hit counts; indicators add up; a veto weighs everything. */
function scoreOf(hits: readonly RiskHit[]): number {
  const heaviest = new Map<string, number>();
  for (const { indicator, mode, weight, veto } of hits) {
    if (mode !== 'live') continue;
    if (veto) return HIGHEST;
    heaviest.set(indicator, Math.max(heaviest.get(indicator) ?? 0, weight));
  }
  let score = 0;
  for (const weight of heaviest.values()) score += weight;
  return Math.min(score, HIGHEST);
}

function classOf(score: number, hits: readonly RiskHit[], { redFrom, yellowFrom }: RulesOfDay): RiskClass {
  if (score >= redFrom || hits.some(({ veto, mode }) => veto && mode === 'live')) return 'red';
  return score >= yellowFrom ? 'yellow' : 'green';
}

/**
 * Screens one list under the rules of a day: every rule whose fact is given is asked, all that speak
 * are reported, `live` ones make score and class. Pure; throws only when the table has no classes for the day.
 */
export function screen(subject: RiskSubject, facts: RiskFacts, rules: RiskRuleTable, day: Day): Screening {
  const today = rules.on(day);
  let hits: RiskHit[] | undefined;
  for (const { needs, rules: ready } of today.groups) {
    if (needs !== 'papers' && facts[needs] === undefined) continue;
    for (const { rule, look } of ready) {
      const sightings = look(subject, facts);
      if (sightings.length === 0) continue;
      hits ??= [];
      for (const sighting of sightings) hits.push(hitOf(rule, sighting));
    }
  }
  if (hits === undefined) return CLEAN;
  const score = scoreOf(hits);
  return { class: classOf(score, hits, today), score, hits };
}
