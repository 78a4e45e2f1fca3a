import { useInfiniteQuery } from '@tanstack/react-query';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { CodeName } from '../registry/CodeName.tsx';
import { formatAmount } from '../ui/format.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { type BatchKey, movementsQuery } from './queries.ts';

/** What became of the goods of a batch, the latest first. */
export function Happened({ batch }: { readonly batch: BatchKey }) {
  const { t } = useTexts();
  const found = useInfiniteQuery(movementsQuery(batch));
  const movements = found.data?.pages.flatMap((page) => page.movements);
  if (found.error) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  if (!movements || movements.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('abroad.happened')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('abroad.day')}</th>
            <th scope="col">{t('abroad.line')}</th>
            <th scope="col">{t('abroad.kind')}</th>
            <th scope="col">{t('abroad.quantity')}</th>
            <th scope="col">{t('abroad.reference')}</th>
            <th scope="col">{t('abroad.proof')}</th>
          </tr>
        </thead>
        <tbody>
          {movements.map((one) => (
            <tr key={one.movementNo}>
              <th scope="row">{one.day}</th>
              <td>{one.line}</td>
              <td>{t(`abroad.kinds.${one.kind}`)}</td>
              <td>{one.quantity}</td>
              <td className="code abroad-text">{one.reference}</td>
              <td className="abroad-text">
                {one.proof}
                {one.amount && one.currency && (
                  <>
                    {' '}
                    · {formatAmount(one.amount)} <CodeName list="currency" code={one.currency} />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}
