import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { formatAmount } from '../ui/format.ts';
import { MoreRows } from './MoreRows.tsx';
import { billsQuery } from './queries.ts';

/** Tax bills, each with its list. */
export function BillsTable() {
  const { t } = useTexts();
  const found = useInfiniteQuery(billsQuery());
  const bills = found.data?.pages.flatMap((page) => page.bills) ?? [];
  if (bills.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <h2>{t('money.billsHead')}</h2>
      <table className="table">
        <caption className="sr-only">{t('money.billsHead')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('money.list')}</th>
            <th scope="col">{t('money.guarantor')}</th>
            <th scope="col" className="money-amount">
              {t('money.taxAmount')}
            </th>
            <th scope="col" className="money-amount">
              {t('money.returned')}
            </th>
            <th scope="col">{t('money.term')}</th>
            <th scope="col">{t('money.state')}</th>
          </tr>
        </thead>
        <tbody>
          {bills.map(({ ebpCode, orderNo, guarantor, tax, returned, dueFrom, dueTo, state, ...bill }) => (
            <tr key={`${ebpCode}/${orderNo}`}>
              <th scope="row">
                <Link
                  className="row-link"
                  data-shortcut="row"
                  to="/tax/$ebpCode/$orderNo"
                  params={{ ebpCode, orderNo }}
                >
                  {orderNo}
                </Link>
              </th>
              <td className="code">{guarantor}</td>
              <td className="money-amount">
                {formatAmount(tax)}
                {bill.relief && (
                  <span className="quiet money-note">
                    {t('money.relief', { relieved: formatAmount(bill.relief.relieved) })}
                  </span>
                )}
              </td>
              <td className="money-amount">{formatAmount(returned)}</td>
              <td>
                {dueFrom} – {dueTo}
              </td>
              <td>
                {t(`money.billStates.${state}`)}
                {bill.differences.length > 0 && (
                  <strong className="money-note money-differ">{t('money.differ')}</strong>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows found={found} />
    </section>
  );
}
