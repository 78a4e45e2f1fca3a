import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { CodeName } from '../registry/CodeName.tsx';
import { formatAmount } from '../ui/format.ts';
import type { WholeSummary } from './queries.ts';

interface LinesProps {
  readonly summary: WholeSummary;
  readonly chosen: number | undefined;
}

/** The lines of a summary; each leads to the lists it is the sum of. */
export function LinesTable({ summary, chosen }: LinesProps) {
  const { t, locale } = useTexts();
  return (
    <section className="panel table-scroll">
      <h2>{t('summaries.lines')}</h2>
      <table className="table">
        <caption className="sr-only">{t('summaries.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('summaries.lineNo')}</th>
            <th scope="col">{t('summaries.gcode')}</th>
            <th scope="col">{t('summaries.country')}</th>
            <th scope="col" className="figure">
              {t('summaries.qty')}
            </th>
            <th scope="col" className="figure">
              {t('summaries.qty1')}
            </th>
            <th scope="col" className="figure">
              {t('summaries.totalPrice')}
            </th>
            <th scope="col" className="figure">
              {t('summaries.items')}
            </th>
          </tr>
        </thead>
        <tbody>
          {summary.lines.map((line) => (
            <tr key={line.lineNo} className={line.lineNo === chosen ? 'summaries-chosen' : undefined}>
              <th scope="row">
                <Link
                  className="row-link"
                  data-shortcut="row"
                  to="/summaries/$declSeqNo"
                  params={{ declSeqNo: summary.declSeqNo }}
                  search={line.lineNo === chosen ? {} : { line: String(line.lineNo) }}
                  resetScroll={false}
                >
                  {t('summaries.lineOf', { line: line.lineNo })}
                </Link>
              </th>
              <td>
                <span className="code">{line.gcode}</span> <span lang="zh">{line.gname}</span>
              </td>
              <td>
                <CodeName list="country" code={line.country} />
              </td>
              <td className="figure">
                {line.qty} <CodeName list="unit" code={line.unit} />
              </td>
              <td className="figure">
                {line.qty1} <CodeName list="unit" code={line.unit1} />
              </td>
              <td className="figure">
                {formatAmount(line.totalPrice)} <CodeName list="currency" code={line.currency} />
              </td>
              <td className="figure">{line.items.toLocaleString(locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
