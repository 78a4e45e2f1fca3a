export type {
  FactName,
  Listing,
  RiskClass,
  RiskFacts,
  RiskGroup,
  RiskHit,
  RiskMode,
  RiskRule,
  RiskSetting,
  RiskSubject,
  Screening,
} from './domain/rule.ts';
export { screen } from './domain/screen.ts';
export type { RiskRuleRow, RiskRuleTable, RulesOfDay } from './domain/table.ts';
export { parseRiskRules, riskRules } from './domain/table.ts';
