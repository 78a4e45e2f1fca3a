export type {
  FactName,
  FiledGoodsFact,
  Listing,
  RiskClass,
  RiskFacts,
  RiskGroup,
  RiskHit,
  RiskMode,
  RiskRule,
  RiskRuleOnDay,
  RiskSetting,
  RiskSubject,
  Screening,
} from './domain/rule.ts';
export { riskRulesOn } from './domain/rules-on-day.ts';
export { screen } from './domain/screen.ts';
export type { RiskRuleRow, RiskRuleTable, RulesOfDay } from './domain/table.ts';
export { parseRiskRules, riskRules } from './domain/table.ts';
