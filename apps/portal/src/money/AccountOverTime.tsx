import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Lines } from '../ui/charts/Lines.tsx';
import { formatAmount } from '../ui/format.ts';
import { MoreRows } from './MoreRows.tsx';
import { type Account, daysQuery, movementsQuery } from './queries.ts';

/** How an account went, and what moved it. */
export function AccountOverTime({ account }: { readonly account: Account }) {
  const { t, locale } = useTexts();
  const { guarantor, available, reserved } = account;
  const { data } = useQuery(daysQuery(guarantor));
  const last = data?.days.at(-1);
  return (
    <>
      {data && last && (
        <section className="panel">
          <Lines
            title={t('money.overDays', { guarantor })}
            description={t('money.chart', {
              available: formatAmount(available),
              reserved: formatAmount(reserved),
            })}
            series={[
              { key: 'available', label: t('money.available'), tone: 'success' },
              { key: 'reserved', label: t('money.reserved'), tone: 'warning' },
            ]}
            points={data.days.map((one) => ({
              label: one.day,
              values: { available: Number(one.available), reserved: Number(one.reserved) },
            }))}
            write={(value) => value.toLocaleString(locale)}
          />
        </section>
      )}
      <Movements guarantor={guarantor} month={last?.day.slice(0, 7)} />
    </>
  );
}

interface MovementsProps {
  readonly guarantor: string;
  /** Of the latest movement, where there is one lately. */
  readonly month: string | undefined;
}

function Movements({ guarantor, month }: MovementsProps) {
  const { t } = useTexts();
  const found = useInfiniteQuery(movementsQuery(guarantor));
  const movements = found.data?.pages.flatMap((page) => page.movements) ?? [];
  if (movements.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <h2>{t('money.movements')}</h2>
      {month && (
        <p>
          <a download href={`/api/guarantees/accounts/${guarantor}/statement.csv?month=${month}`}>
            {t('money.statement', { month })}
          </a>
        </p>
      )}
      <table className="table">
        <caption className="sr-only">{t('money.movements')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('money.day')}</th>
            <th scope="col">{t('money.cause')}</th>
            <th scope="col">{t('money.reference')}</th>
            <th scope="col" className="money-amount">
              {t('money.available')}
            </th>
            <th scope="col" className="money-amount">
              {t('money.reserved')}
            </th>
            <th scope="col" className="money-amount">
              {t('money.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {movements.map((one) => (
            <tr key={one.movementNo}>
              <td>{one.day}</td>
              <td>{t(`money.causes.${one.cause}`)}</td>
              <td className="code money-reference">{one.reference}</td>
              <td className="money-amount">{formatAmount(one.availableBy)}</td>
              <td className="money-amount">{formatAmount(one.reservedBy)}</td>
              <td className="money-amount">{formatAmount(one.availableAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows found={found} />
    </section>
  );
}
