import { listRules, type RuleRow } from '#clearance';
import { exportRules } from '#exports';
import { matchingRules } from '#matching';
import { type RiskRuleTable, riskRules } from '#risk';
import { type ParameterTable, TAX_RULES } from '#tax';

/** Every rule in the code and every dated figure of the tables, as rows to be shown. */
export function ruleRows(parameters: ParameterTable, risk: RiskRuleTable): RuleRow[] {
  return [
    ...listRules.map(({ code, text, rule, source, confidence, from, mode }) => ({
      ...{ group: 'list' as const, code, sentence: text, rule, source, confidence, from, mode },
    })),
    ...[...matchingRules, ...exportRules].map(({ code, text, rule, source, confidence, from, to, mode }) => ({
      ...{ group: 'matching' as const, code, sentence: text, rule, source, confidence, from, mode },
      ...(to ? { to } : {}),
    })),
    ...riskRows(risk),
    ...TAX_RULES.map(({ code, sentence, source, confidence, from }) => ({
      ...{ group: 'tax' as const, code, sentence, rule: code, source, confidence, from },
    })),
    ...[...parameters.values()]
      .flat()
      .map(({ key, name, value, unit, rule, source, confidence, from, to }) => ({
        ...{
          group: 'figure' as const,
          code: key,
          sentence: name,
          value,
          unit,
          rule,
          source,
          confidence,
          from,
        },
        ...(to ? { to } : {}),
      })),
  ];
}

/** A risk rule once for each time its settings changed: what it asks is in the code, how it counts in the table. */
function riskRows({ settings }: RiskRuleTable): RuleRow[] {
  const sentences = new Map(riskRules.map((rule) => [rule.code, rule]));
  return settings.flatMap(({ code, mode, from, to, source, confidence }) => {
    const rule = sentences.get(code);
    if (!rule) return [];
    return {
      ...{
        group: 'risk' as const,
        code,
        sentence: rule.text,
        rule: rule.rule,
        source,
        confidence,
        from,
        mode,
      },
      ...(to ? { to } : {}),
    };
  });
}
