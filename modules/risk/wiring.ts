import { shippedTable } from '#shipped';
import { parseRiskRules, type RiskRuleRow, type RiskRuleTable } from './index.ts';

/**
 * Reads the figures of the risk rules, once, when the program starts.
 * @throws when the file is missing or a row is unsound.
 */
export function loadRiskRules(file: string | URL = 'risk-rules.csv'): RiskRuleTable {
  return parseRiskRules(shippedTable<RiskRuleRow>(file));
}
