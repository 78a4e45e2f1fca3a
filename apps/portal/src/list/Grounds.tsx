import type { DecisionView, ListFinding } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Confidence } from '../ui/Confidence.tsx';
import { Said } from '../ui/Said.tsx';

type Rules = DecisionView['rules'];

interface GroundsProps {
  readonly rules: Rules;
  readonly findings: readonly ListFinding[];
}

/** The rules that spoke, and behind a fold those that were applied and had nothing to say. */
export function Grounds({ rules, findings }: GroundsProps) {
  const { t } = useTexts();
  const named = new Set(findings.flatMap(({ code, rule }) => [code, rule]));
  const spoke = rules.filter(({ code }) => named.has(code));
  const silent = rules.filter(({ code }) => !named.has(code));
  return (
    <div className="grounds">
      {spoke.length > 0 && (
        <>
          <h3>{t('list.decision.why')}</h3>
          <RuleTable rules={spoke} caption={t('list.decision.whyHint')} />
        </>
      )}
      {silent.length > 0 && (
        <details>
          <summary>
            {t(spoke.length > 0 ? 'list.decision.othersKept' : 'list.decision.allKept', {
              count: silent.length,
            })}
          </summary>
          <RuleTable rules={silent} caption={t('list.decision.keptHint')} />
        </details>
      )}
    </div>
  );
}

function RuleTable({ rules, caption }: { readonly rules: Rules; readonly caption: string }) {
  const { t } = useTexts();
  return (
    <div className="table-scroll">
      <table className="table grounds-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {t('list.decision.rule')}
            </th>
            <th scope="col">{t('list.decision.source')}</th>
            <th scope="col">{t('list.decision.since')}</th>
            <th scope="col">{t('list.decision.confidence')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={`${rule.code} ${rule.version} ${rule.sentence.zh}`}>
              <th scope="row">
                <code>{rule.code}</code>
              </th>
              <td>
                <Said text={rule.sentence} />
              </td>
              <td className="quiet">{rule.source}</td>
              <td className="quiet nowrap">
                {rule.to ? t('list.decision.periodTo', { from: rule.from, to: rule.to }) : rule.from}
              </td>
              <td>
                <Confidence mark={rule.confidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
