import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../ui/form/Field.tsx';
import { formatAmount } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { quartersUpTo } from './quarters.ts';
import { principalReportQuery } from './queries.ts';

/** What agents exported for whom in a quarter, as it is reported to the tax bureau. */
export function QuarterReport() {
  const { t } = useTexts();
  const now = useNow();
  const [quarters] = useState(() => quartersUpTo(now));
  const [quarter, setQuarter] = useState(quarters[0] ?? '');
  const { data, error, refetch } = useQuery(principalReportQuery(quarter));
  return (
    <section className="panel table-scroll" aria-labelledby="b2b-report">
      <div className="panel-head">
        <h2 id="b2b-report">{t('b2b.report')}</h2>
        <Field id="b2b-quarter" label={t('b2b.quarter')} required>
          {(control) => (
            <select
              {...control}
              className="field"
              value={quarter}
              onChange={({ target }) => setQuarter(target.value)}
            >
              {quarters.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {data?.sums.length === 0 && <p className="quiet">{t('b2b.reportNone')}</p>}
      {data && data.sums.length > 0 && (
        <table className="table">
          <caption className="sr-only">
            {t('b2b.report')} {data.from} – {data.to}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('b2b.agent')}</th>
              <th scope="col">{t('b2b.principal')}</th>
              <th scope="col" className="figure">
                {t('b2b.exports')}
              </th>
              <th scope="col" className="figure">
                {t('b2b.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.sums.map((sum) => (
              <tr key={`${sum.agent}/${sum.principalUscc}`}>
                <th scope="row" className="code">
                  {sum.agent}
                </th>
                <td>
                  <span lang="zh">{sum.principalName}</span>{' '}
                  <span className="code quiet">{sum.principalUscc}</span>
                </td>
                <td className="figure">{sum.exports}</td>
                <td className="figure">{formatAmount(sum.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
