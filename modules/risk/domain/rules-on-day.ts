import { type Bilingual, type Day, holdsOn } from '#kernel';
import type { RiskRuleOnDay, RiskSetting } from './rule.ts';
import { type RiskRuleTable, riskRules } from './table.ts';

function sentenceOf({ code, note, thresholds }: RiskSetting): Bilingual {
  const text = riskRules.find((rule) => rule.code === code)?.text;
  const figures = Object.entries(thresholds)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  // The row of a word says which goods; any other row says again what its rule says.
  const zh = text ? (code === 'RISK-KEYWORD' ? `${text.zh}：${note.zh}` : text.zh) : note.zh;
  const en = text ? (code === 'RISK-KEYWORD' ? `${text.en}: ${note.en}` : text.en) : note.en;
  return figures === '' ? { zh, en } : { zh: `${zh}（${figures}）`, en: `${en} (${figures})` };
}

/**
 * The rules of risk as they stood on a day, one entry for each row of `contracts/risk-rules.csv` in force: with the
 * version, figures and days of that row, not those of the logic. The row that says where the classes begin is among them.
 */
export function riskRulesOn(table: RiskRuleTable, day: Day): readonly RiskRuleOnDay[] {
  return table.settings
    .filter((setting) => holdsOn(setting, day))
    .map((setting) => {
      const { note: _note, ...figures } = setting;
      return { ...figures, sentence: sentenceOf(setting) };
    });
}
