import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseRiskRules, type RiskRuleRow, type RiskRuleTable } from './index.ts';

const RISK_RULES = new URL('../../contracts/risk-rules.csv', import.meta.url);

/**
 * Reads the figures of the risk rules, once, when the program starts.
 * @throws when the file is missing or a row is unsound.
 */
export function loadRiskRules(file: URL = RISK_RULES): RiskRuleTable {
  return parseRiskRules(parse<RiskRuleRow>(readFileSync(file), { columns: true, skip_empty_lines: true }));
}
