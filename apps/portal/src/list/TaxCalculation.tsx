import type { TaxStep, TaxView } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Confidence } from '../ui/Confidence.tsx';
import { formatAmount } from '../ui/format.ts';
import { Said } from '../ui/Said.tsx';
import './tax.css';

/** What is due for each goods line, and how each figure was reached. */
export function TaxCalculation({ tax }: { readonly tax: TaxView | undefined }) {
  const { t } = useTexts();
  return (
    <section className="panel" aria-labelledby="tax">
      <div className="panel-head">
        <h2 id="tax">{t('list.tax.title')}</h2>
        <span className="quiet">{t('list.tax.unit')}</span>
      </div>
      {tax ? (
        <>
          <p className="tax-decision">
            <TaxDecision tax={tax} />
          </p>
          {tax.lines.length > 0 && <TaxLines tax={tax} />}
          {tax.steps.length > 0 && <TaxSteps steps={tax.steps} />}
        </>
      ) : (
        <p className="quiet">{t('list.tax.none')}</p>
      )}
    </section>
  );
}

function TaxDecision({ tax }: { readonly tax: TaxView }) {
  const { t } = useTexts();
  const { decision } = tax;
  const percent = `${Math.round(Number(tax.factor ?? '1') * 100)}%`;
  if (decision === 'ACCEPT' || decision === 'ACCEPT_FULL_TAX' || decision === 'REJECT')
    return <>{t(`list.tax.decision.${decision}`, { percent })}</>;
  return <>{decision}</>;
}

function TaxLines({ tax }: { readonly tax: TaxView }) {
  const { t } = useTexts();
  const figures = ['dutiableValue', 'duty', 'consumptionTax', 'vat', 'tax'] as const;
  const totals = [tax.dutiableValue, tax.duty, tax.consumptionTax, tax.vat, tax.taxTotal];
  return (
    <div className="table-scroll">
      <table className="table tax-lines">
        <caption className="sr-only">{t('list.tax.linesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('list.tax.line')}</th>
            <th scope="col">{t('list.tax.goods')}</th>
            {(['dutiable', 'duty', 'consumptionTax', 'vat', 'sum'] as const).map((column) => (
              <th key={column} scope="col" className="figure">
                {t(`list.tax.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tax.lines.map((line) => (
            <tr key={line.gnum}>
              <td>{line.gnum}</td>
              <th scope="row">
                {line.gname} <code className="quiet">{line.gcode}</code>
              </th>
              {figures.map((figure) => (
                <td key={figure} className="figure">
                  {formatAmount(line[figure])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('list.tax.total')}
            </th>
            {totals.map((total, place) => (
              <td key={figures[place]} className="figure">
                {total === undefined ? '—' : formatAmount(total)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function TaxSteps({ steps }: { readonly steps: readonly TaxStep[] }) {
  const { t } = useTexts();
  return (
    <>
      <h3>{t('list.tax.steps')}</h3>
      <div className="table-scroll">
        <table className="table tax-steps">
          <caption className="sr-only">{t('list.tax.stepsCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('list.tax.line')}</th>
              <th scope="col">{t('list.tax.step')}</th>
              <th scope="col">{t('list.tax.formula')}</th>
              <th scope="col" className="figure">
                {t('list.tax.result')}
              </th>
              <th scope="col">{t('list.tax.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step, place) => {
              const begins = place === 0 || steps[place - 1]?.gnum !== step.gnum;
              return (
                <tr key={`${step.gnum ?? ''} ${step.code}`} className={begins ? 'begins' : undefined}>
                  <td className="nowrap">{begins && (step.gnum ?? t('list.tax.whole'))}</td>
                  <td>
                    <Said text={step} />
                  </td>
                  <td>
                    <code>{step.formula}</code>
                  </td>
                  <td className="figure">
                    <strong>{step.result}</strong>
                  </td>
                  <td className="basis">
                    {step.confidence && <Confidence mark={step.confidence} />}
                    {step.rule && <code>{step.rule}</code>}
                    <small className="quiet">{step.source}</small>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
