import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { formatAmount } from '../ui/format.ts';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type Bill, billQuery } from './queries.ts';
import './money.css';

const route = getRouteApi('/tax/$ebpCode/$orderNo');

/** The tax bill of one list: its lines, the cover asked for it and why, what was given back, how customs' own differs. */
export function BillPage() {
  const { t } = useTexts();
  const key = route.useParams();
  const { data: bill, error, refetch } = useQuery(billQuery(key));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!bill) return <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />;
  return (
    <>
      <PageHead
        title={t('money.billOf', { orderNo: bill.orderNo })}
        intro={
          <>
            {t(`money.billStates.${bill.state}`)} ·{' '}
            <Link to="/lists/$ebpCode/$orderNo" params={key}>
              {t('money.seeList')}
            </Link>
          </>
        }
      />
      <div className="money-page">
        <Differences bill={bill} />
        <BillFacts bill={bill} />
        <BillLines bill={bill} />
        <Reductions bill={bill} />
      </div>
    </>
  );
}

interface BillProps {
  readonly bill: Bill;
}

function BillFacts({ bill }: BillProps) {
  const { t } = useTexts();
  const { relief } = bill;
  const told: readonly (readonly [label: string, value: string | undefined])[] = [
    [t('money.taxAmount'), formatAmount(bill.tax)],
    [t('money.returned'), formatAmount(bill.returned)],
    [t('money.held'), formatAmount(bill.held)],
    [t('money.guarantor'), bill.guarantor],
    [t('money.agent'), bill.agent],
    [t('money.invtNo'), bill.invtNo],
    [t('money.taxNo'), bill.taxNo],
    [t('money.certificateNo'), bill.certificateNo],
    [t('money.term'), `${bill.dueFrom} – ${bill.dueTo}`],
  ];
  return (
    <section className="panel">
      <dl className="facts-list">
        {told.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        <div>
          <dt>{t('money.releasedAt')}</dt>
          <dd>
            <Moment at={bill.releasedAt} />
          </dd>
        </div>
      </dl>
      {relief && (
        <p className="money-relief">
          <strong>{t('money.relief', { relieved: formatAmount(relief.relieved) })}</strong>{' '}
          <Said text={relief.why} /> <span className="code quiet">{relief.code} · R-5.7</span>
        </p>
      )}
    </section>
  );
}

/** What customs' own bill and its status say otherwise. */
function Differences({ bill: { differences } }: BillProps) {
  const { t } = useTexts();
  if (differences.length === 0) return null;
  return (
    <section className="panel money-differences">
      <h2>{t('money.differences')}</h2>
      <p className="quiet">{t('money.differencesHint')}</p>
      <ul>
        {differences.map(({ code, type, path, at, message, remedy }) => (
          <li key={`${type} ${at} ${code} ${path}`}>
            <p>
              <strong>
                <Said text={message} />
              </strong>
            </p>
            <p>
              <Said text={remedy} />
            </p>
            <p className="quiet">
              <Moment at={at} /> · <code>{type}</code> · <code>{code}</code> · <code>{path}</code>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const figures = ['taxPrice', 'customsTax', 'valueAddedTax', 'consumptionTax'] as const;

function BillLines({ bill: { lines } }: BillProps) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <h2>{t('money.lines')}</h2>
      {lines.length === 0 ? (
        <p className="quiet">{t('money.noLines')}</p>
      ) : (
        <table className="table">
          <caption className="sr-only">{t('money.lines')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('money.gnum')}</th>
              <th scope="col">{t('money.gcode')}</th>
              {figures.map((name) => (
                <th key={name} scope="col" className="money-amount">
                  {t(`money.figures.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.gnum}>
                <th scope="row">{line.gnum}</th>
                <td className="code">{line.gcode}</td>
                {figures.map((name) => (
                  <td key={name} className="money-amount">
                    {formatAmount(line[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const reasons = ['return', 'void', 'withdrawn', 'refused'] as const;

function Reductions({ bill: { reductions } }: BillProps) {
  const { t } = useTexts();
  if (reductions.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <h2>{t('money.reductions')}</h2>
      <table className="table">
        <caption className="sr-only">{t('money.reductions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('money.day')}</th>
            <th scope="col">{t('money.cause')}</th>
            <th scope="col">{t('money.reference')}</th>
            <th scope="col" className="money-amount">
              {t('money.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {reductions.map((one) => {
            const reason = reasons.find((known) => known === one.reason) ?? 'other';
            return (
              <tr key={one.reference}>
                <td>
                  <Moment at={one.at} />
                </td>
                <td>
                  {t(`money.reasons.${reason}`)}
                  {one.afterPayment && <span className="quiet money-note">{t('money.paidBack')}</span>}
                </td>
                <td className="code money-reference">{one.reference}</td>
                <td className="money-amount">{formatAmount(one.amount)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
