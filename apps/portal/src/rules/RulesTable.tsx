import { useTexts } from '../i18n/index.ts';
import { Confidence } from '../ui/Confidence.tsx';
import { Said } from '../ui/Said.tsx';
import { type Change, keyOf } from './changes.ts';
import type { RuleRow } from './queries.ts';

interface RulesTableProps {
  readonly rows: readonly { readonly row: RuleRow; readonly change: Change }[];
}

export function RulesTable({ rows }: RulesTableProps) {
  const { t } = useTexts();
  return (
    <div className="panel table-scroll">
      <table className="table">
        <caption>{t('rules.count', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rules.rule')}</th>
            <th scope="col">{t('rules.sentence')}</th>
            <th scope="col">{t('rules.value')}</th>
            <th scope="col">{t('rules.since')}</th>
            <th scope="col">{t('rules.source')}</th>
            <th scope="col">{t('rules.sure')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, change }) => (
            <tr key={`${keyOf(row)} ${change ?? ''}`} className={change ? `rules-${change}` : undefined}>
              <th scope="row">
                <code>{row.code}</code>{' '}
                {change && <span className="mark">{t(`rules.change.${change}`)}</span>}{' '}
                {row.mode === 'watch' && <span className="mark">{t('rules.watch')}</span>}
              </th>
              <td>
                <Said text={row.sentence} />
              </td>
              <td className="nowrap">{row.value === undefined ? '' : `${row.value} ${row.unit ?? ''}`}</td>
              <td className="quiet nowrap">{row.to ? `${row.from} – ${row.to}` : row.from}</td>
              <td className="quiet">{[row.rule, row.source].filter(Boolean).join(' · ')}</td>
              <td>
                <Confidence mark={row.confidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
