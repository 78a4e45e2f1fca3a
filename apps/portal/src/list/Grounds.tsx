import type { DecisionView } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Confidence } from '../ui/Confidence.tsx';

interface GroundsProps {
  readonly rules: DecisionView['rules'];
  readonly open: boolean;
}

/** The rules that led to the decision: sentence, source, since when, how sure. */
export function Grounds({ rules, open }: GroundsProps) {
  const { t, say } = useTexts();
  return (
    <details className="grounds" open={open}>
      <summary>
        {t('decision.why')} <span className="count">{rules.length}</span>
      </summary>
      <div className="table-scroll">
        <table className="table grounds-table">
          <caption className="sr-only">{t('decision.whyHint')}</caption>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {t('decision.rule')}
              </th>
              <th scope="col">{t('decision.source')}</th>
              <th scope="col">{t('decision.since')}</th>
              <th scope="col">{t('decision.confidence')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={`${rule.code} ${rule.version}`}>
                <th scope="row">
                  <code>{rule.code}</code>
                </th>
                <td>{say(rule.sentence)}</td>
                <td className="quiet">{rule.source}</td>
                <td className="quiet nowrap">
                  {rule.to ? t('decision.periodTo', { from: rule.from, to: rule.to }) : rule.from}
                </td>
                <td>
                  <Confidence mark={rule.confidence} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
